/** The catalogues of the officer's page in one place. */
export { screenWords, stepDialogWords } from './screen-words.ts';
export {
  actWords,
  certificateWords,
  doneWords,
  groundWords,
  reasonsWords,
  stateWords,
} from './unit-words.ts';
