/** To whom an ask goes and under which agreement, with what the agreement covers for each partner. */
import { Badge, Checkbox, Fieldset, Group, NativeSelect, Stack, Text } from '@mantine/core';
import type { AskDraft } from '../../../server/capabilities/assistance/contract.ts';
import { usePick, useWords } from '../../kit/language.tsx';
import { Name } from '../../kit/name.tsx';
import { useAgreements, useCircles } from '../agreements/queries.ts';
import { usePartyName } from '../parties/queries.ts';
import { useMe } from '../parties/session.ts';
import { askWords } from './ask-words.ts';
import type { AskForm } from './draft.ts';
import { useCover } from './queries.ts';

interface Needs {
  readonly form: AskForm;
  readonly draft: AskDraft | null;
  readonly fixed: boolean;
  readonly onChange: (change: Partial<AskForm>) => void;
}

/** What keeps an ask from a partner, in words. */
export const useGap = (): ((gap: string) => string) => {
  const say = useWords(askWords);
  return (gap) => {
    const key = `gap-${gap}`;
    return isGap(key) ? say(key) : gap;
  };
};
type GapKey = Extract<keyof typeof askWords, `gap-${string}`>;
const isGap = (key: string): key is GapKey => Object.hasOwn(askWords, key);

const Cover = ({ draft, party }: { draft: AskDraft | null; party: string }) => {
  const say = useWords(askWords);
  const gapOf = useGap();
  const found = useCover(draft).data?.find((one) => one.party === party);
  if (found === undefined) return null;
  return found.gap === null ? (
    <Badge color="teal.9">{say('covered')}</Badge>
  ) : (
    <Badge color="red.9">{gapOf(found.gap)}</Badge>
  );
};

export const AddressPart = ({ form, draft, fixed, onChange }: Needs) => {
  const say = useWords(askWords);
  const pick = usePick();
  const me = useMe();
  const nameOf = usePartyName();
  const agreements = (useAgreements().data ?? []).filter(({ state }) => state === 'in-force');
  const circles = (useCircles().data ?? []).filter(({ members }) => members.includes(me.party.id));
  const chosen = agreements.find(({ id }) => id === form.agreement);
  const circle = circles.find(({ id }) => id === form.circle);
  const offered = circle?.members ?? chosen?.parties ?? [];
  const others = offered.filter((party) => party !== me.party.id);
  const isTo = (party: (typeof others)[number]): boolean =>
    circle !== undefined || form.recipients.includes(party);
  return (
    <Fieldset legend={say('addressing')} disabled={fixed}>
      <Stack gap="sm">
        <Group grow align="flex-start" preventGrowOverflow={false}>
          <NativeSelect
            label={say('agreement')}
            required
            value={form.agreement}
            data={[
              { value: '', label: say('noAgreement') },
              ...agreements.map(({ id, title }) => ({ value: id, label: pick(title) })),
            ]}
            onChange={(event) => onChange({ agreement: event.currentTarget.value, recipients: [] })}
          />
          <NativeSelect
            label={say('to')}
            value={form.circle}
            data={[
              { value: '', label: say('chosenPartners') },
              ...circles.map(({ id, name }) => ({ value: id, label: pick(name) })),
            ]}
            onChange={(event) => onChange({ circle: event.currentTarget.value })}
          />
        </Group>
        {chosen !== undefined && (
          <Text size="sm" c="dimmed">
            {say('legalBasis', { basis: chosen.legalBasis })}
          </Text>
        )}
        {others.map((party) => (
          <Group key={party} gap="sm">
            <Checkbox
              label={<Name>{nameOf(party)}</Name>}
              checked={isTo(party)}
              disabled={fixed || circle !== undefined}
              onChange={(event) =>
                onChange({
                  recipients: event.currentTarget.checked
                    ? [...form.recipients, party]
                    : form.recipients.filter((one) => one !== party),
                })
              }
            />
            {isTo(party) && <Cover draft={draft} party={party} />}
          </Group>
        ))}
      </Stack>
    </Fieldset>
  );
};
