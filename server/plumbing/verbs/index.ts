export { createVerbs, type Verbs, type Work } from './verbs.ts';
