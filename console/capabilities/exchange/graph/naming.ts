import type { GraphNode } from '../../../../server/capabilities/exchange/graph/contract.ts';
import { useWords } from '../../../kit/language.tsx';
import { reasonWords } from '../../parties/reason-words.ts';
import { useStixTypeName } from '../stix-card.tsx';
import { graphWords, relationWords } from './graph-words.ts';

const isKnown = (relation: string): relation is keyof typeof relationWords =>
  Object.hasOwn(relationWords, relation);

/** True for a relation that the catalogue has no words for: it is shown as it is written. */
export const isWordless = (relation: string): boolean => !isKnown(relation);

/** A relation in the reader's words; one that the catalogue lacks as it is written. */
export const useRelationName = (): ((relation: string) => string) => {
  const say = useWords(relationWords);
  return (relation) => (isKnown(relation) ? say(relation) : relation.replaceAll('-', ' '));
};

/** What a node is called: nothing is known of what is only named in what the reader may read. */
export const useNodeName = (): ((node: GraphNode) => string) => {
  const say = useWords(graphWords);
  const sayReason = useWords(reasonWords);
  return (node) => {
    if (node.item?.needsReason === true) return sayReason('withheld');
    return node.name ?? say(node.tlp === null ? 'unnamed' : 'nameless');
  };
};

/** What sort of thing a node is, in the reader's words. */
export const useNodeType = (): ((node: Pick<GraphNode, 'type' | 'item'>) => string) => {
  const say = useWords(graphWords);
  const typeName = useStixTypeName();
  return (node) => (node.type === 'grouping' ? say('item') : typeName({ type: node.type, id: '' }));
};
