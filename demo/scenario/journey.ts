/**
 * What the seed does, in order. Each item is composed; most are proposed and released; some are read, and a
 * few stop on the way, so that every box of every console has something in it: drafts, items to release,
 * items returned to their author, unread items.
 */
import type { Role } from '../../server/kernel/decision.ts';
import type { Language } from '../../server/kernel/faults.ts';
import { items } from './items.ts';
import type { CircleKey, NodeKey, ScenarioItem } from './world.ts';

export type Step = { readonly item: string; readonly node: NodeKey; readonly by: Role } & (
  | { readonly kind: 'compose' }
  | { readonly kind: 'propose'; readonly circle: CircleKey }
  | { readonly kind: 'return'; readonly reason: string; readonly language: Language }
  | { readonly kind: 'release' }
  | { readonly kind: 'read' }
);

/** Left as drafts. */
const drafts: ReadonlySet<string> = new Set(['fr-ticket-resale', 'ma-cloned-cards', 'es-drone-hotel']);
/** Proposed, waiting for the contact point. */
const waiting: ReadonlySet<string> = new Set([
  'fr-lost-accreditation',
  'ma-migration-rumour',
  'es-lost-passports',
]);
/** Sent back to the author by the contact point, with the reason. */
const returned: ReadonlyMap<string, { readonly reason: string; readonly language: Language }> = new Map([
  [
    'es-card-skimmers',
    { reason: 'Add the station where the overlay was found, and grade again.', language: 'en' },
  ],
  ['ma-psychotropics', { reason: 'Préciser l’autorité judiciaire saisie avant tout envoi.', language: 'fr' }],
  [
    'fr-daily-1130',
    {
      reason: 'Ajouter le bilan des interpellations et gardes à vue des dernières 24 heures.',
      language: 'fr',
    },
  ],
]);
/** Released, and read by nobody yet on the other side. */
const unread: ReadonlySet<string> = new Set([
  'ma-missing-supporter',
  'ma-supporters-marseille',
  'fr-semifinal-marseille',
  'ma-ticket-seller',
  'es-stolen-van',
  'es-pickpockets-reply',
]);

const stepsOf = (item: ScenarioItem): readonly Step[] => {
  const at = { item: item.key, node: item.originator } as const;
  const composed: Step = { ...at, kind: 'compose', by: item.author };
  if (drafts.has(item.key)) return [composed];

  const proposed: Step = { ...at, kind: 'propose', by: item.author, circle: item.agreement };
  if (waiting.has(item.key)) return [composed, proposed];

  const refusal = returned.get(item.key);
  if (refusal) return [composed, proposed, { ...at, kind: 'return', by: 'contact-point', ...refusal }];

  const released: Step = { ...at, kind: 'release', by: 'contact-point' };
  return [composed, proposed, released, ...readings(item)];
};

const readings = (item: ScenarioItem): readonly Step[] =>
  unread.has(item.key)
    ? []
    : item.marking.releasableTo
        .filter((node) => node !== item.originator)
        .map((node) => ({ item: item.key, node, kind: 'read', by: 'liaison-officer' }));

export const journey: readonly Step[] = items.flatMap(stepsOf);
