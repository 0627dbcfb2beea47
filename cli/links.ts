/** `tansiq pair`, `links`, `link <verb>` and `rotate-key`: the links of a running node to its partners. */
import type { Command } from 'commander';
import { isObject, type JsonObject } from '../server/kernel/canonical.ts';
import { openOperator } from './operator.ts';
import { CommandError, createOutput } from './output.ts';
import { dataFolder } from './serve.ts';

interface Options {
  readonly data?: string;
  readonly json: boolean;
}

const words = (fingerprint: unknown, language: string): string => {
  const spoken = isObject(fingerprint) ? fingerprint[language] : null;
  return Array.isArray(spoken) ? spoken.join(' ') : '';
};

const nameOf = (link: JsonObject): string =>
  isObject(link.name) ? String(link.name.en) : String(link.party);

const showWords = (title: string, fingerprint: unknown, say: (line: string) => void): void => {
  say(title);
  for (const language of ['ar', 'fr', 'en']) say(`  ${language}  ${words(fingerprint, language)}`);
};

const readLinks = async (
  data: string | undefined,
): Promise<{ self: JsonObject; links: readonly JsonObject[] }> => {
  const operator = await openOperator(dataFolder(data));
  const answer = await operator.get('/operator/links');
  if (!isObject(answer) || !isObject(answer.self) || !Array.isArray(answer.links))
    throw new CommandError('The node answered something else. Is it of another version?');
  return { self: answer.self, links: answer.links.filter(isObject) };
};

/** The partner that a command names: by id, or by a part of his name or address. */
const findLink = (links: readonly JsonObject[], named: string): JsonObject => {
  const text = named.toLowerCase();
  const found = links.filter((link) =>
    [link.party, link.address, JSON.stringify(link.name)].some((value) =>
      String(value).toLowerCase().includes(text),
    ),
  );
  const [one] = found;
  if (one === undefined || found.length > 1)
    throw new CommandError(
      `${found.length === 0 ? 'No' : 'More than one'} partner matches “${named}”. See: npx tansiq links`,
    );
  return one;
};

const nextStep: Readonly<Record<string, string>> = {
  proposed: 'Read the words to each other, then accept on both sides.',
  offered: 'Read the words to each other, then accept on both sides.',
  'accepted-here': 'Waiting for the partner to accept.',
  'accepted-there': 'The partner has accepted. Compare the words, then: npx tansiq link accept',
  active: 'The link is active.',
  suspended: 'The link is suspended: nothing flows.',
  ended: 'The link is ended. To begin again: npx tansiq pair',
};

/** Before both have accepted, each side needs the other's words in sight. */
const isToCompare = ({ state }: JsonObject): boolean =>
  ['proposed', 'offered', 'accepted-here', 'accepted-there'].includes(String(state));

const addPair = (program: Command): void => {
  program
    .command('pair <address>')
    .description('propose a link to the partner’s node at https://host:port')
    .option('--data <folder>', 'the data folder (default: TANSIQ_DATA, or .tansiq/node)')
    .option('--json', 'print as JSON', false)
    .action(async (address: string, options: Options) => {
      if (!/^https:\/\/[^\s/]+\/?$/.test(address))
        throw new CommandError(`“${address}” is no address of a node; it looks like https://host:7301`);
      const operator = await openOperator(dataFolder(options.data));
      const link = await operator.post('/operator/links', { address: address.replace(/\/$/, '') });
      const { self } = await readLinks(options.data);
      if (!isObject(link))
        throw new CommandError('The node answered something else. Is it of another version?');
      createOutput(options.json).result({ self, link }, (say) => {
        say(`Proposed a link with ${nameOf(link)} at ${String(link.address)}.`);
        showWords(
          'His node’s words, to compare with what he reads to you on another channel:',
          link.fingerprint,
          say,
        );
        showWords('Your node’s words, to read to him:', self.fingerprint, say);
        say('When they are the same on both sides: npx tansiq link accept <partner>, or in the console.');
      });
    });
};

export const addLinks = (program: Command): void => {
  addPair(program);
  program
    .command('links')
    .description('list the links, their state and what waits on them')
    .option('--data <folder>', 'the data folder (default: TANSIQ_DATA, or .tansiq/node)')
    .option('--json', 'print as JSON', false)
    .action(async (options: Options) => {
      const { self, links } = await readLinks(options.data);
      createOutput(options.json).result({ self, links }, (say) => {
        showWords('Your node’s words:', self.fingerprint, say);
        if (links.length === 0) say('No links yet. Propose one: npx tansiq pair https://host:7301');
        for (const link of links) {
          const waiting = isObject(link.queue) ? String(link.queue.waiting) : '0';
          say(`${nameOf(link)}  ${String(link.state)}  ${String(link.address)}  waiting: ${waiting}`);
          say(`  ${nextStep[String(link.state)] ?? ''}`);
          if (isToCompare(link)) showWords('  His node’s words:', link.fingerprint, say);
        }
      });
    });
  const verbs = ['accept', 'suspend', 'resume', 'end'];
  program
    .command('link <verb> <partner>')
    .description(`${verbs.join(', ')} the link with a partner, named by id or a part of his name or address`)
    .option('--data <folder>', 'the data folder (default: TANSIQ_DATA, or .tansiq/node)')
    .option('--json', 'print as JSON', false)
    .action(async (verb: string, partner: string, options: Options) => {
      if (!verbs.includes(verb)) throw new CommandError(`“${verb}” is none of: ${verbs.join(', ')}.`);
      const { links } = await readLinks(options.data);
      const link = findLink(links, partner);
      const operator = await openOperator(dataFolder(options.data));
      const answer = await operator.post(`/operator/links/${String(link.party)}/${verb}`);
      createOutput(options.json).result(answer, (say) =>
        say(`${nameOf(link)}: ${isObject(answer) ? (nextStep[String(answer.state)] ?? '') : ''}`),
      );
    });
  program
    .command('rotate-key')
    .description('hand over to a new identity key; partners adopt it by the signed hand-over')
    .option('--data <folder>', 'the data folder (default: TANSIQ_DATA, or .tansiq/node)')
    .option('--json', 'print as JSON', false)
    .action(async (options: Options) => {
      const operator = await openOperator(dataFolder(options.data));
      const answer = await operator.post('/operator/rotate-key');
      createOutput(options.json).result(answer, (say) =>
        say('The node has a new identity key, and new words: npx tansiq links'),
      );
    });
};
