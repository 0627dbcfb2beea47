/** The published form of our messages: JSON Schema 2020-12, one file each. */
import { extensionDefinitions, protocolAddress } from './extensions.ts';
import { type MessageName, messages } from './messages.ts';

const titles: Readonly<Record<MessageName, string>> = {
  item: extensionDefinitions.item.description,
  subject: extensionDefinitions.subject.description,
  'releasable-to': extensionDefinitions['releasable-to'].description,
  'x-tansiq-agreement': extensionDefinitions['x-tansiq-agreement'].description,
  'x-tansiq-circle': extensionDefinitions['x-tansiq-circle'].description,
  'x-tansiq-signature': extensionDefinitions['x-tansiq-signature'].description,
  'x-tansiq-receipt': extensionDefinitions['x-tansiq-receipt'].description,
  envelope: 'What a link carries: a signed, numbered STIX bundle from one party to another.',
  receipt: 'The signed answer to an envelope: kept, or refused and why.',
  descriptor: 'What a node says of itself, signed by its identity key.',
};

/** File name → text, as in protocol/messages. Unknown members are allowed: the protocol is additive. */
export const messageFiles = (): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(messages).map(([name, { schema }]) => {
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
