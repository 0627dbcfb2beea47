export { createVerbs, journalAsRefusals, type Verbs, type Work } from './verbs.ts';
