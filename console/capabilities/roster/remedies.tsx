/** What would fill an open post: another time, or units that a named partner could be asked for. */
import { List, Stack, Text } from '@mantine/core';
import type { Explanation, RemedyPartner } from '../../../server/capabilities/roster/contract.ts';
import type { Words } from '../../../server/kernel/faults.ts';
import { useDates } from '../../kit/date-time.tsx';
import { usePick, useWords } from '../../kit/language.tsx';
import { TextLink } from '../../kit/links.tsx';
import { useAgreements } from '../agreements/queries.ts';
import { usePartyName } from '../parties/queries.ts';
import { useMe } from '../parties/session.ts';
import { askedFor } from './asked-for.ts';
import type { Bar } from './board.ts';
import { useBoard } from './board-context.ts';
import { explainWords } from './explain-words.ts';
import { useFigures } from './figures.ts';
import { mayPlan } from './places.ts';
import { WaitingUnits } from './waiting-units.tsx';

type OneRemedy = NonNullable<Explanation['open']>['remedies'][number];
type Ask = OneRemedy & { readonly kind: 'ask' };

/** The title of the agreement under which each partner can be asked; most of those in force name several. */
const useGrounds = (): ReadonlyMap<string, Words> => {
  const me = useMe().party.id;
  const agreements = useAgreements().data ?? [];
  const grounds = new Map<string, Words>();
  for (const { state, fields, parties, title } of agreements)
    if (state === 'in-force' && fields.includes('event-security') && parties.includes(me))
      for (const party of parties) if (party !== me && !grounds.has(party)) grounds.set(party, title);
  return grounds;
};

/** He was asked for the specialty for this event, and has not answered: he is not asked twice. */
const isAwaited = ({ answer }: RemedyPartner): boolean => (answer?.awaited ?? 0) > 0;

/** How many this partner could be asked for: what he offered and nobody took, where that is known. */
const quantityFor = ({ answer }: RemedyPartner, { quantity }: Ask): number => {
  const spare = answer === null ? 0 : answer.offered - answer.accepted;
  return spare > 0 ? Math.min(spare, quantity) : quantity;
};

const useAskLink = (bar: Bar) => {
  const { board, draft } = useBoard();
  return (quantity: number, parties: readonly string[], text: string) => (
    <TextLink
      size="sm"
      to="/assistance/compose"
      search={askedFor(board, draft.event, bar.post, { quantity, parties })}
    >
      {text}
    </TextLink>
  );
};

/** What this node knows of a partner and the specialty. */
const useKnown = (): ((partner: RemedyPartner) => string) => {
  const say = useWords(explainWords);
  const dates = useDates();
  return ({ units, able, answer }) => {
    const parts: string[] = [];
    if (units > 0) parts.push(say('hasHere', { count: units }), say('meetsAll', { count: able }));
    if (answer !== null) {
      const { awaited, offered, accepted, declined, at } = answer;
      const when = dates.brief(at);
      if (awaited > 0) parts.push(say('awaited', { count: awaited, when }));
      else if (declined) parts.push(say('declinedBefore', { when }));
      else if (offered === 0) parts.push(say('offeredNone', { when }));
      else parts.push(say('offeredBefore', { offered, accepted, when }));
    }
    return parts.join(' · ');
  };
};

const Partner = ({
  partner,
  remedy,
  bar,
  ground,
}: {
  partner: RemedyPartner;
  remedy: Ask;
  bar: Bar;
  ground: Words | undefined;
}) => {
  const say = useWords(explainWords);
  const pick = usePick();
  const partyName = usePartyName();
  const knownOf = useKnown();
  const { exact } = useFigures();
  const { role } = useMe();
  const link = useAskLink(bar);
  const count = quantityFor(partner, remedy);
  const name = partyName(partner.party);
  return (
    <List.Item>
      <Text size="sm" fw={600}>
        <bdi>{name}</bdi>
      </Text>
      {!isAwaited(partner) && (
        <Text size="sm">{say('wouldCover', { count, time: exact(remedy.covers[count - 1] ?? 0) })}</Text>
      )}
      <Text size={isAwaited(partner) ? 'sm' : 'xs'} c={isAwaited(partner) ? undefined : 'dimmed'}>
        {knownOf(partner)}
      </Text>
      <Text size="xs" c={ground === undefined ? 'red' : 'dimmed'}>
        {ground === undefined ? say('noAgreement') : say('underAgreement', { title: pick(ground) })}
      </Text>
      {isAwaited(partner) ? (
        <TextLink size="sm" to="/assistance/asks/$id" params={{ id: partner.answer?.ask ?? '' }}>
          {say('openAsk')}
        </TextLink>
      ) : (
        mayPlan(role) && ground !== undefined && link(count, [partner.party], say('askOne', { party: name }))
      )}
    </List.Item>
  );
};

const AskRemedy = ({ remedy, isBeyond, bar }: { remedy: Ask; isBeyond: boolean; bar: Bar }) => {
  const say = useWords(explainWords);
  const partyName = usePartyName();
  const { exact } = useFigures();
  const { role } = useMe();
  const link = useAskLink(bar);
  const grounds = useGrounds();
  const { partners, quantity, minutes } = remedy;
  const known = new Set(partners.map(({ party }) => party));
  const covered = partners
    .filter((partner) => grounds.has(partner.party) && !isAwaited(partner))
    .map(({ party }) => party);
  const others = [...grounds.keys()].filter((party) => !known.has(party));
  return (
    <Stack gap="xs">
      <Text size="sm" fw={600}>
        {say(isBeyond ? 'askBeyond' : 'askPartners')}
      </Text>
      <Text size="sm">
        {say('wouldCover', { count: quantity, time: exact(minutes) })} {say('overAlike')}
      </Text>
      <List size="sm" spacing="xs">
        {partners.map((partner) => (
          <Partner
            key={partner.party}
            partner={partner}
            remedy={remedy}
            bar={bar}
            ground={grounds.get(partner.party)}
          />
        ))}
      </List>
      {mayPlan(role) && covered.length > 1 && link(quantity, covered, say('askAll'))}
      {others.length > 0 && (
        <Text size="xs" c="dimmed">
          {say('neverAsked', { parties: others.map(partyName).join(' · ') })}
        </Text>
      )}
      {mayPlan(role) && others.length > 0 && link(quantity, others, say('askOthers'))}
    </Stack>
  );
};

const Move = ({ remedy }: { remedy: OneRemedy & { readonly kind: 'move' } }) => {
  const say = useWords(explainWords);
  const { board } = useBoard();
  const unit = board.units.get(remedy.unit)?.name ?? remedy.unit;
  const minutes = Math.abs(remedy.minutes);
  return <Text size="sm">{say(remedy.minutes < 0 ? 'moveEarlier' : 'moveLater', { minutes, unit })}</Text>;
};

/** The cheapest first: who is named already, then another time, which costs nobody anything. */
export const Remedies = ({ remedies, bar }: { remedies: readonly OneRemedy[]; bar: Bar }) => {
  const say = useWords(explainWords);
  if (remedies.length === 0) return <Text size="sm">{say('noRemedy')}</Text>;
  const isNamed = remedies.some(({ kind }) => kind === 'prepare');
  return (
    <Stack gap="sm">
      {remedies.map((remedy) => {
        if (remedy.kind === 'prepare') return <WaitingUnits key="prepare" remedy={remedy} />;
        if (remedy.kind === 'move') return <Move key="move" remedy={remedy} />;
        return <AskRemedy key="ask" remedy={remedy} isBeyond={isNamed} bar={bar} />;
      })}
    </Stack>
  );
};
