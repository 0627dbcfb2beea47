/** The `tansiq` command. Each subcommand has --help and --json. */
import { Command } from 'commander';
import { version } from '../server/main.ts';
import { addDemo } from './demo.ts';
import { addInit } from './init.ts';
import { addJournal } from './journal.ts';
import { addLinks } from './links.ts';
import { failWith } from './output.ts';
import { addServe } from './serve-command.ts';
import { addStix } from './stix.ts';

const program = new Command('tansiq')
  .description('International police cooperation between services, each on its own node.')
  .version(version)
  .showHelpAfterError('(add --help for the options)')
  .showSuggestionAfterError(true);

addInit(program);
addServe(program);
addLinks(program);
addStix(program);
addJournal(program);
addDemo(program);

const json = process.argv.includes('--json');
program.parseAsync().then(
  // Node keeps a process with open handles alive: a command that is done, is done.
  () => process.exit(0),
  (error: unknown) => failWith(error, json),
);
