/** Whom to ask, under which agreement, and what it costs of today's quota before it is sent. */
import { Alert, Checkbox, Fieldset, NativeSelect, Stack, Text } from '@mantine/core';
import { usePick, useWords } from '../../kit/language.tsx';
import { Name } from '../../kit/name.tsx';
import { usePartyName } from '../parties/queries.ts';
import { checkWords } from './check-words.ts';
import styles from './matching.module.css';
import { useNumber } from './number.ts';
import { leftToday, type Partner, sentFor } from './partners.ts';
import { matchingWords } from './words.ts';

/** Chosen partners, each with the agreement under which he is asked. */
export type Chosen = Readonly<Record<string, string>>;

/** The way that is taken with a partner: the one that was chosen, or his first. */
export const wayOf = (partner: Partner, chosen: Chosen) =>
  partner.ways.find(({ agreement }) => agreement.id === chosen[partner.party]) ?? partner.ways[0] ?? null;

interface Needs {
  readonly partners: readonly Partner[];
  readonly chosen: Chosen;
  readonly asked: number;
  /** Of all that is asked about. */
  readonly keys: number;
  readonly error: string | null;
  readonly onChange: (chosen: Chosen) => void;
}

type CostNeeds = Pick<Needs, 'asked' | 'keys'> & { readonly way: NonNullable<ReturnType<typeof wayOf>> };

const Cost = ({ way, asked, keys }: CostNeeds) => {
  const say = useWords(checkWords);
  const count = useWords(matchingWords);
  const number = useNumber();
  const left = leftToday(way.use);
  const { perDay, perOfficer } = way.use;
  const sent = sentFor(keys, way.agreement);
  const isOver = sent > left;
  return (
    <>
      <Text size="sm" {...(isOver ? { c: 'var(--mantine-color-error)', fw: 600, role: 'alert' } : {})}>
        {isOver
          ? say('costOver', { left: number(left) })
          : say('cost', {
              asked: count('identifiers', { count: sent }),
              left: number(left),
              after: number(left - sent),
            })}
      </Text>
      <Text size="sm" c="dimmed">
        {say('costQuota', { perOfficer: number(perOfficer), perDay: number(perDay) })}
      </Text>
      {keys > asked && (
        <Text size="sm" c="dimmed">
          {say('nameKeys')}
        </Text>
      )}
      {sent > keys && (
        <Text size="sm" c="dimmed">
          {say('decoys', { count: sent - keys })}
        </Text>
      )}
      {!way.use.ready && (
        <Text size="sm" c="dimmed">
          {say('notReady')}
        </Text>
      )}
    </>
  );
};

const PartnerChoice = ({ partner, chosen, asked, keys, onChange }: Needs & { partner: Partner }) => {
  const say = useWords(checkWords);
  const pick = usePick();
  const nameOf = usePartyName();
  const way = wayOf(partner, chosen);
  if (way === null) return null;
  const isChosen = chosen[partner.party] !== undefined;
  const without = (): Chosen =>
    Object.fromEntries(Object.entries(chosen).filter(([party]) => party !== partner.party));
  return (
    <div
      className={styles.partner}
      data-over={(isChosen && sentFor(keys, way.agreement) > leftToday(way.use)) || undefined}
    >
      <Stack gap={6}>
        <Checkbox
          label={<Name>{nameOf(partner.party)}</Name>}
          fw={600}
          checked={isChosen}
          onChange={(event) =>
            onChange(
              event.currentTarget.checked ? { ...chosen, [partner.party]: way.agreement.id } : without(),
            )
          }
        />
        {partner.ways.length > 1 ? (
          <NativeSelect
            aria-label={say('agreementWith', { partner: nameOf(partner.party) })}
            maw="36rem"
            value={way.agreement.id}
            data={partner.ways.map(({ agreement }) => ({
              value: agreement.id,
              label: pick(agreement.title),
            }))}
            onChange={(event) => onChange({ ...chosen, [partner.party]: event.currentTarget.value })}
          />
        ) : (
          <Text size="sm">
            <Name>{pick(way.agreement.title)}</Name>
          </Text>
        )}
        <Text size="sm" c="dimmed">
          {say('basis', { basis: way.agreement.legalBasis })}
        </Text>
        <Cost way={way} asked={asked} keys={keys} />
      </Stack>
    </div>
  );
};

export const PartnersPart = (needs: Needs) => {
  const say = useWords(checkWords);
  return (
    <Fieldset legend={say('partners')}>
      <Stack gap="sm">
        {needs.partners.length === 0 && <Alert color="yellow">{say('noPartner')}</Alert>}
        {needs.partners.map((partner) => (
          <PartnerChoice key={partner.party} {...needs} partner={partner} />
        ))}
        {needs.error !== null && (
          <Text size="sm" c="var(--mantine-color-error)" role="alert">
            {needs.error}
          </Text>
        )}
      </Stack>
    </Fieldset>
  );
};
