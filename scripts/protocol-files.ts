/** The published form of what crosses between nodes: JSON Schema 2020-12, one file each. */
import type { TSchema } from 'typebox';
import { wireSchemas } from '../server/federation/index.ts';
import { extensionDefinitions, messages, protocolAddress } from '../server/plumbing/stix/index.ts';

const titles: Readonly<Record<keyof typeof messages | keyof typeof wireSchemas, string>> = {
  item: extensionDefinitions.item.description,
  subject: extensionDefinitions.subject.description,
  'releasable-to': extensionDefinitions['releasable-to'].description,
  'x-tansiq-agreement': extensionDefinitions['x-tansiq-agreement'].description,
  'x-tansiq-circle': extensionDefinitions['x-tansiq-circle'].description,
  'x-tansiq-signature': extensionDefinitions['x-tansiq-signature'].description,
  'x-tansiq-receipt': extensionDefinitions['x-tansiq-receipt'].description,
  'x-tansiq-recall': extensionDefinitions['x-tansiq-recall'].description,
  'x-tansiq-compliance': extensionDefinitions['x-tansiq-compliance'].description,
  'x-tansiq-onward-request': extensionDefinitions['x-tansiq-onward-request'].description,
  'x-tansiq-onward-consent': extensionDefinitions['x-tansiq-onward-consent'].description,
  'x-tansiq-onward-share': extensionDefinitions['x-tansiq-onward-share'].description,
  'x-tansiq-request': extensionDefinitions['x-tansiq-request'].description,
  'x-tansiq-request-step': extensionDefinitions['x-tansiq-request-step'].description,
  'x-tansiq-alert': extensionDefinitions['x-tansiq-alert'].description,
  'x-tansiq-acknowledgement': extensionDefinitions['x-tansiq-acknowledgement'].description,
  'x-tansiq-match-set': extensionDefinitions['x-tansiq-match-set'].description,
  'x-tansiq-match-question': extensionDefinitions['x-tansiq-match-question'].description,
  'x-tansiq-match-answer': extensionDefinitions['x-tansiq-match-answer'].description,
  'x-tansiq-match-hit': extensionDefinitions['x-tansiq-match-hit'].description,
  'x-tansiq-assistance': extensionDefinitions['x-tansiq-assistance'].description,
  'x-tansiq-assistance-step': extensionDefinitions['x-tansiq-assistance-step'].description,
  'x-tansiq-deployment': extensionDefinitions['x-tansiq-deployment'].description,
  'x-tansiq-deployment-step': extensionDefinitions['x-tansiq-deployment-step'].description,
  envelope: 'What a link carries: a signed, numbered STIX bundle from one party to another.',
  receipt: 'The signed answer to an envelope: accepted, or refused and why.',
  descriptor: 'What a node says of itself, signed by its identity key.',
  notice: 'How a party stands to a link: proposes, accepts, suspends, ends. Signed, and told until answered.',
  batch: 'Envelopes of one pairing, in order, as one request.',
  'batch-answer': 'Their receipts, and the sequence that is taken next.',
};

/** Every schema by the name of its file. */
export const protocolSchemas: ReadonlyMap<string, TSchema> = new Map<string, TSchema>([
  ...Object.entries(messages).map(([name, { schema }]) => [name, schema] as const),
  ...Object.entries(wireSchemas),
]);

/** File name → text, as in protocol/messages. Unknown members are allowed: the protocol is additive. */
export const protocolFiles = (): ReadonlyMap<string, string> =>
  new Map(
    [...protocolSchemas].map(([name, schema]) => {
      const title = Object.entries(titles).find(([of]) => of === name)?.[1];
      const published = {
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        $id: `${protocolAddress}/${name}.json`,
        title,
        ...schema,
      };
      return [`${name}.json`, `${closeLists(JSON.stringify(published, null, 2))}\n`];
    }),
  );

const lineLength = 110;

// The house's formatter keeps a list on one line where it fits; what is generated is written as it would.
const closeLists = (text: string): string =>
  text.replaceAll(
    /^(.*)\[\n\s+("[^[\]{}]*")\n\s*\](,?)$/gm,
    (open, head: string, items: string, comma: string) => {
      const closed = `${head}[${items.replaceAll(/\n\s+/g, ' ')}]`;
      return closed.length + comma.length <= lineLength ? closed + comma : open;
    },
  );
