/** The `tansiq` command. Each subcommand has --help and --json. */
import { Command } from 'commander';
import { version } from '../server/main.ts';
import { addAssistance } from './assistance.ts';
import { addAttachments } from './attachments.ts';
import { addBadge } from './badge.ts';
import { addDemo } from './demo.ts';
import { addInit } from './init.ts';
import { addJournal } from './journal.ts';
import { addLinks } from './links.ts';
import { addLog } from './log.ts';
import { addMatch } from './match.ts';
import { addNames } from './names.ts';
import { failWith } from './output.ts';
import { addRequests } from './requests.ts';
import { addRoster } from './roster.ts';
import { addSearch } from './search.ts';
import { addServe } from './serve-command.ts';
import { addSitrep } from './sitrep.ts';
import { addStix } from './stix.ts';

const json = process.argv.includes('--json');

const program = new Command('tansiq')
  .description('International police cooperation between services, each on its own node.')
  .version(version)
  .showHelpAfterError('(add --help for the options)')
  .showSuggestionAfterError(true)
  .exitOverride()
  .configureOutput({
    writeErr: (text) => {
      if (!json) process.stderr.write(text);
    },
  });

addInit(program);
addServe(program);
addLinks(program);
addStix(program);
addJournal(program);
addSearch(program);
addRequests(program);
addAssistance(program);
addLog(program);
addSitrep(program);
addAttachments(program);
addNames(program);
addMatch(program);
addBadge(program);
addRoster(program);
addDemo(program);

// A reader that went away, or a terminal that was closed, must not keep a node from stopping in order.
process.stdout.on('error', () => undefined);
process.stderr.on('error', () => undefined);

program.parseAsync().then(
  // Node keeps a process with open handles alive: a command that is done, is done, with the code that it set.
  () => process.exit(),
  (error: unknown) => failWith(error, json),
);
