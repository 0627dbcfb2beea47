/** `tansiq init`: one service's node for real, by questions or by flags. */
import { stdin, stdout } from 'node:process';
import { createInterface, type Interface } from 'node:readline/promises';
import type { Command } from 'commander';
import type { Role } from '../server/kernel/decision.ts';
import { type Language, languages } from '../server/kernel/faults.ts';
import { newId } from '../server/kernel/ids.ts';
import { type NodeSettings, writeSettings } from '../server/plumbing/config/index.ts';
import { CommandError, createOutput } from './output.ts';
import { dataFolder, startFromFolder } from './serve.ts';

interface InitOptions {
  readonly data?: string;
  readonly nameAr?: string;
  readonly nameFr?: string;
  readonly nameEn?: string;
  readonly country?: string;
  readonly languages?: string;
  readonly address?: string;
  readonly linkAddress?: string;
  readonly port: number;
  readonly linkPort: number;
  readonly host: string;
  readonly database?: string;
  readonly adminName?: string;
  readonly adminArabicName?: string;
  readonly adminEmail?: string;
  readonly dryRun: boolean;
  readonly json: boolean;
}

type Ask = (
  flag: string,
  question: string,
  given: string | undefined,
  good: (text: string) => string | null,
) => Promise<string>;

/** Asks until the answer is good; without a terminal a missing or wrong flag is an error that names it. */
const createAsk =
  (terminal: Interface | null): Ask =>
  async (flag, question, given, good) => {
    if (given !== undefined) {
      const wrong = good(given.trim());
      if (wrong !== null) throw new CommandError(`${flag}: ${wrong}`);
      return given.trim();
    }
    if (terminal === null)
      throw new CommandError(`${flag} is missing: ${question}. Give it, or run in a terminal.`);
    for (;;) {
      const answer = (await terminal.question(`${question}: `)).trim();
      const wrong = good(answer);
      if (wrong === null) return answer;
      stdout.write(`  ${wrong}\n`);
    }
  };

const notEmpty = (text: string): string | null => (text === '' ? 'This may not be empty.' : null);
const matches =
  (pattern: RegExp, says: string) =>
  (text: string): string | null =>
    pattern.test(text) ? null : says;

const isLanguage = (text: string): text is Language => languages.some((language) => language === text);

const readLanguages = (text: string): Language[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(isLanguage);

const askSettings = async (ask: Ask, options: InitOptions): Promise<NodeSettings> => {
  const name = {
    ar: await ask('--name-ar', 'Name of the service in Arabic', options.nameAr, notEmpty),
    fr: await ask('--name-fr', 'Name of the service in French', options.nameFr, notEmpty),
    en: await ask('--name-en', 'Name of the service in English', options.nameEn, notEmpty),
  };
  const isCountry = matches(/^[A-Z]{2}$/, 'Two capital letters (ISO 3166-1), for instance MA.');
  const country = await ask('--country', 'Country, two letters', options.country, isCountry);
  const isList = (text: string) => (readLanguages(text).length > 0 ? null : 'A list of ar, fr, en.');
  const spoken = await ask('--languages', 'Languages, of ar,fr,en', options.languages, isList);
  const isAddress = matches(
    /^https?:\/\/[^\s/]+$/,
    'For instance https://tansiq.example.org, without a path.',
  );
  const publicAddress = await ask(
    '--address',
    'Address at which people open the console',
    options.address,
    isAddress,
  );
  const isLink = matches(/^https:\/\/[^\s/]+$/, 'For instance https://tansiq.example.org:7301');
  const federationAddress = await ask(
    '--link-address',
    'Address for partners’ nodes',
    options.linkAddress,
    isLink,
  );
  return {
    party: newId('party'),
    name,
    country,
    languages: [...new Set(readLanguages(spoken))],
    console: { host: options.host, port: options.port },
    publicAddress,
    federation: { host: options.host, port: options.linkPort },
    federationAddress,
    databaseUrl: options.database ?? null,
    demo: false,
    oidc: null,
  };
};

const firstRoles: readonly Role[] = ['administrator'];

const initialise = async (options: InitOptions): Promise<void> => {
  const output = createOutput(options.json);
  const folder = dataFolder(options.data);
  const terminal = stdin.isTTY && !options.json ? createInterface({ input: stdin, output: stdout }) : null;
  const ask = createAsk(terminal);
  const settings = await askSettings(ask, options);
  const adminName = await ask('--admin-name', 'Name of the first administrator', options.adminName, notEmpty);
  const arabic = await ask('--admin-arabic-name', 'His name in Arabic', options.adminArabicName, notEmpty);
  const isMail = matches(/^[^\s@]+@[^\s@]+$/, 'An e-mail address.');
  const email = await ask('--admin-email', 'His e-mail address', options.adminEmail, isMail);
  terminal?.close();
  if (options.dryRun) {
    output.result({ dryRun: true, folder, settings }, (say) => {
      say(`Nothing was written. ${folder}/tansiq.json would hold:`);
      say(JSON.stringify(settings, null, 2));
    });
    return;
  }
  await writeSettings(folder, settings);
  output.say(`Made the node in ${folder}; preparing its database and keys…`);
  const node = await startFromFolder(folder, output.say);
  const person = {
    name: adminName,
    nameArabic: arabic,
    email,
    languages: settings.languages,
    roles: firstRoles,
  };
  const { enrolment } = await node.parties.createFirstAdministrator({ ...person, roles: [...firstRoles] });
  const { fingerprint } = node.federation.identity();
  await node.stop();
  output.result({ folder, party: settings.party, enrolment, fingerprint }, (say) => {
    say('');
    say(`${settings.name.en} is ready. Next:`);
    say(`  1. npx tansiq serve --data ${folder}`);
    say(`  2. ${adminName} opens this link once, within its time, to choose a second factor:`);
    say(`     ${enrolment.address}`);
    say('  3. npx tansiq pair <address of a partner’s node>');
    say(`This node’s fingerprint, to be read to partners: ${fingerprint.en.join(' ')}`);
  });
};

export const addInit = (program: Command): void => {
  program
    .command('init')
    .description('make the node of one service; asks for what no flag gives')
    .option('--data <folder>', 'the data folder (default: TANSIQ_DATA, or .tansiq/node)')
    .option('--name-ar <name>', 'name of the service in Arabic')
    .option('--name-fr <name>', 'name of the service in French')
    .option('--name-en <name>', 'name of the service in English')
    .option('--country <code>', 'ISO 3166-1 alpha-2, for instance MA')
    .option('--languages <list>', 'of ar,fr,en, the first one first')
    .option('--address <url>', 'where people open the console')
    .option('--link-address <url>', 'where partners’ nodes reach this one, https')
    .option('--host <host>', 'the interface to listen on', '127.0.0.1')
    .option('--port <number>', 'port of console and API', Number, 7001)
    .option('--link-port <number>', 'port of the links', Number, 7301)
    .option('--database <url>', 'a PostgreSQL ≥ 15 in place of the embedded one (or DATABASE_URL)')
    .option('--admin-name <name>', 'the first administrator')
    .option('--admin-arabic-name <name>', 'his name in Arabic')
    .option('--admin-email <address>', 'his e-mail address')
    .option('--dry-run', 'show what would be written, write nothing', false)
    .option('--json', 'print the result as JSON; ask nothing', false)
    .action((options: InitOptions) => initialise(options));
};
