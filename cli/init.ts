/** `tansiq init`: one service's node for real, by questions or by flags. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { stdin, stdout } from 'node:process';
import { createInterface } from 'node:readline/promises';
import type { Command } from 'commander';
import type { Role } from '../server/kernel/decision.ts';
import { Fault, type Language, languages } from '../server/kernel/faults.ts';
import { newId } from '../server/kernel/ids.ts';
import {
  checkSettings,
  type NodeSettings,
  readEnvironment,
  refuseUsedFolder,
  writeSettings,
} from '../server/plumbing/config/index.ts';
import { portNumber } from './arguments.ts';
import { CommandError, createOutput, exitCodes } from './output.ts';
import { refuseTakenPorts } from './ports.ts';
import { dataFolder, startFromFolder, untilToldToStop } from './serve.ts';

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

interface Question {
  readonly flag: string;
  readonly text: string;
  readonly given: string | undefined;
  /** Taken when the answer is empty. */
  readonly usual?: string;
  /** What is wrong with an answer, or null. */
  readonly wrong: (answer: string) => string | null;
}
type Ask = (question: Question) => Promise<string>;

interface Terminal {
  ask(prompt: string): Promise<string>;
  close(): void;
}

/** Questions on the terminal; Ctrl-C and the end of the input break off. */
const openTerminal = (): Terminal => {
  const lines = createInterface({ input: stdin, output: stdout });
  const brokenOff = new Promise<never>((_, reject) => {
    lines.once('close', () =>
      reject(new CommandError('Broken off; nothing was written.', exitCodes.brokenOff)),
    );
  });
  brokenOff.catch(() => undefined);
  return {
    ask: (prompt) => Promise.race([lines.question(prompt), brokenOff]),
    close: () => lines.close(),
  };
};

/** Asks until the answer is good; without a terminal a missing or wrong flag is an error that names it. */
const createAsk =
  (terminal: Terminal | null): Ask =>
  async ({ flag, text, given, usual, wrong }) => {
    const known = given ?? (terminal === null ? usual : undefined);
    if (known !== undefined) {
      const problem = wrong(known.trim());
      if (problem !== null) throw new CommandError(`${flag} ${known}: ${problem}`);
      return known.trim();
    }
    if (terminal === null)
      throw new CommandError(`${flag} is missing: ${text}. Give it, or run in a terminal to be asked.`);
    for (;;) {
      const prompt = usual === undefined ? `${text}: ` : `${text} [${usual}]: `;
      const answer = (await terminal.ask(prompt)).trim() || (usual ?? '');
      const problem = wrong(answer);
      if (problem === null) return answer;
      stdout.write(`  ${problem}\n`);
    }
  };

const notEmpty = (text: string): string | null => (text === '' ? 'It may not be empty.' : null);
const matches =
  (pattern: RegExp, says: string) =>
  (text: string): string | null =>
    pattern.test(text) ? null : says;

const isMail = matches(/^[^\s@]+@[^\s@]+$/, 'It must be an e-mail address.');
const isCountry = matches(/^[A-Za-z]{2}$/, 'It must be two letters (ISO 3166-1), for instance MA.');
const isLinkAddress = matches(
  /^https:\/\/[^\s/@]+$/,
  'It must look like https://tansiq.example.org:7301, without a path.',
);

/** Passkeys and secure cookies need https; a browser makes an exception for its own machine. */
const isConsoleAddress = (text: string): string | null => {
  const url = URL.canParse(text) && /^https?:\/\/[^\s/@]+$/.test(text) ? new URL(text) : null;
  if (url === null) return 'It must look like https://tansiq.example.org, without a path.';
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  return url.protocol === 'https:' || isHere
    ? null
    : 'It must be https, with a TLS proxy before the console; http is for localhost alone.';
};

const isLanguage = (text: string): text is Language => languages.some((language) => language === text);

const readList = (text: string): string[] => text.split(/[\s,]+/).filter((part) => part !== '');
const isLanguageList = (text: string): string | null =>
  readList(text).length > 0 && readList(text).every(isLanguage) ? null : 'It must be a list of ar, fr, en.';

const askSettings = async (ask: Ask, options: InitOptions): Promise<NodeSettings> => {
  const askName = (flag: string, language: string, given: string | undefined): Promise<string> =>
    ask({ flag, text: `Name of the service in ${language}`, given, wrong: notEmpty });
  const name = {
    ar: await askName('--name-ar', 'Arabic', options.nameAr),
    fr: await askName('--name-fr', 'French', options.nameFr),
    en: await askName('--name-en', 'English', options.nameEn),
  };
  const country = await ask({
    ...{ flag: '--country', text: 'Country, two letters', given: options.country },
    wrong: isCountry,
  });
  const spoken = await ask({
    ...{ flag: '--languages', text: 'Languages, the first one first', given: options.languages },
    ...{ usual: 'ar,fr,en', wrong: isLanguageList },
  });
  const publicAddress = await ask({
    ...{ flag: '--address', text: 'Address at which people open the console', given: options.address },
    wrong: isConsoleAddress,
  });
  const federationAddress = await ask({
    ...{ flag: '--link-address', text: 'Address for partners’ nodes', given: options.linkAddress },
    wrong: isLinkAddress,
  });
  return {
    party: newId('party'),
    name,
    country: country.toUpperCase(),
    languages: [...new Set(readList(spoken).filter(isLanguage))],
    console: { host: options.host, port: options.port },
    publicAddress,
    federation: { host: options.host, port: options.linkPort },
    federationAddress,
    // Kept with the node: started without it, the node would open an empty embedded database.
    databaseUrl: options.database ?? readEnvironment().databaseUrl,
    demo: false,
    oidc: null,
  };
};

interface Administrator {
  readonly name: string;
  readonly nameArabic: string;
  readonly email: string;
}

const askAdministrator = async (ask: Ask, options: InitOptions): Promise<Administrator> => {
  const text = 'Name of the first administrator';
  return {
    name: await ask({ flag: '--admin-name', text, given: options.adminName, wrong: notEmpty }),
    nameArabic: await ask({
      ...{ flag: '--admin-arabic-name', text: `${text}, in Arabic`, given: options.adminArabicName },
      wrong: notEmpty,
    }),
    email: await ask({
      ...{ flag: '--admin-email', text: 'E-mail address', given: options.adminEmail, wrong: isMail },
    }),
  };
};

const firstRoles: readonly Role[] = ['administrator'];

/** What a node puts into its data folder; nothing else is ever removed. */
const contents = ['tansiq.json', 'operator.secret', 'keys', 'postgres'];

/** Makes the node, or leaves the folder as empty as it was. */
const makeNode = async (
  folder: string,
  settings: NodeSettings,
  administrator: Administrator,
  say: (line: string) => void,
) => {
  const stopping = untilToldToStop();
  await writeSettings(folder, settings);
  try {
    say(`Making the node in ${folder}: database, keys, the first administrator…`);
    const node = await startFromFolder(folder, say);
    try {
      const { enrolment } = await node.parties.createFirstAdministrator({
        ...administrator,
        languages: settings.languages,
        roles: [...firstRoles],
      });
      const told = await Promise.race([stopping, null]);
      if (told !== null) throw new CommandError('Broken off; the node was not made.', exitCodes.brokenOff);
      return { enrolment, fingerprint: node.federation.identity().fingerprint };
    } finally {
      await node.stop();
    }
  } catch (error) {
    for (const name of contents) await rm(join(folder, name), { recursive: true, force: true });
    if (error instanceof Fault && error.code === 'federation/key-changed')
      throw new CommandError('This database belongs to another node. Give the new one an empty database.');
    throw error;
  }
};

const checkDatabase = (url: string | undefined): void => {
  if (url !== undefined && !/^postgres(ql)?:\/\//.test(url))
    throw new CommandError('--database: It must look like postgresql://role:password@host:5432/database.');
};

const initialise = async (options: InitOptions): Promise<void> => {
  const output = createOutput(options.json);
  const folder = dataFolder(options.data);
  await refuseUsedFolder(folder);
  checkDatabase(options.database);
  const terminal = stdin.isTTY && !options.json ? openTerminal() : null;
  const ask = createAsk(terminal);
  const settings = checkSettings(await askSettings(ask, options), 'The new settings');
  const administrator = await askAdministrator(ask, options);
  terminal?.close();
  const shown = { ...settings, databaseUrl: settings.databaseUrl?.replace(/:[^:@/]*@/, ':…@') ?? null };
  if (options.dryRun) {
    output.result({ dryRun: true, folder, settings: shown, administrator }, (say) => {
      say(`Nothing was written. ${folder}/tansiq.json would hold:`);
      say(JSON.stringify(shown, null, 2));
      say(`The first administrator would be ${administrator.name} <${administrator.email}>.`);
    });
    return;
  }
  await refuseTakenPorts([settings], 'Choose others with --port and --link-port.');
  const { enrolment, fingerprint } = await makeNode(folder, settings, administrator, output.say);
  output.result({ folder, party: settings.party, enrolment, fingerprint }, (say) => {
    say('');
    say(`${settings.name.en} is ready. Next:`);
    say(`  1. npx tansiq serve --data ${folder}`);
    say(
      `  2. ${administrator.name} opens this link once, before ${enrolment.expiresAt}, to sign in for good:`,
    );
    say(`     ${enrolment.address}`);
    say(`  3. npx tansiq pair --data ${folder} <address of a partner’s node>`);
    say(`This node’s words, to be read to partners: ${fingerprint.en.join(' ')}`);
    say('Keep a copy of the data folder’s keys: docs/operating.md says how.');
    if (settings.databaseUrl !== null)
      say('The password of the database stands in tansiq.json, which only this user may read.');
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
    .option('--languages <list>', 'of ar,fr,en, the first one first (default: ar,fr,en)')
    .option('--address <url>', 'where people open the console')
    .option('--link-address <url>', 'where partners’ nodes reach this one, https')
    .option('--host <host>', 'the interface to listen on', '127.0.0.1')
    .option('--port <number>', 'port of console and API', portNumber, 7001)
    .option('--link-port <number>', 'port of the links', portNumber, 7301)
    .option('--database <url>', 'a PostgreSQL ≥ 15 in place of the embedded one (or DATABASE_URL)')
    .option('--admin-name <name>', 'the first administrator')
    .option('--admin-arabic-name <name>', 'his or her name in Arabic')
    .option('--admin-email <address>', 'his or her e-mail address')
    .option('--dry-run', 'show what would be written, write nothing', false)
    .option('--json', 'print the result as JSON; ask nothing', false)
    .action((options: InitOptions) => initialise(options));
};
