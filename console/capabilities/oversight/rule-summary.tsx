import { Group, Text } from '@mantine/core';
import type { Rule, Tightening } from '../../../server/capabilities/oversight/tightening/contract.ts';
import { useDates } from '../../kit/date-time.tsx';
import { usePick, useReading, useWords } from '../../kit/language.tsx';
import { terms } from '../../kit/terms.ts';
import { usePartyName } from '../parties/queries.ts';
import { tighteningWords } from './tightening-words.ts';

const minutesPerHour = 60;
const two = (count: number): string => String(count).padStart(2, '0');
/** `07:30` of a minute of the day. */
export const clockOf = (minute: number): string =>
  `${two(Math.floor(minute / minutesPerHour))}:${two(minute % minutesPerHour)}`;

/** A rule in words: whom it binds, what it forbids, where and when. */
const useRuleWords = (): ((rule: Rule) => { readonly head: string; readonly parts: readonly string[] }) => {
  const say = useWords(tighteningWords);
  const pick = usePick();
  const { locale } = useReading();
  const partyName = usePartyName();
  const dates = useDates();
  const list = (values: readonly string[]): string => new Intl.ListFormat(locale).format(values);
  return (rule) => {
    const who =
      rule.roles.length === 0
        ? say(`who-${rule.who}`)
        : list(rule.roles.map((role) => pick(terms.roles[role])));
    const guests = rule.roles.length > 0 && rule.who !== 'everyone' ? ` (${say(`who-${rule.who}`)})` : '';
    const acts = list(rule.acts.map((act) => say(`act-${act}`)));
    const { freeHours } = rule;
    return {
      head: `${who}${guests} · ${say('acts')}: ${acts}`,
      parts: [
        ...(rule.tlpAtLeast === null
          ? []
          : [`${say('tlp')} \u2066TLP:${rule.tlpAtLeast.toUpperCase()}\u2069`]),
        ...(rule.fields.length === 0 ? [] : [list(rule.fields.map((one) => pick(terms.fields[one])))]),
        ...(rule.purposes.length === 0 ? [] : [list(rule.purposes.map((one) => pick(terms.purposes[one])))]),
        ...(rule.personCategories.length === 0
          ? []
          : [list(rule.personCategories.map((one) => pick(terms.personCategories[one])))]),
        ...(rule.partners.length === 0 ? [] : [list(rule.partners.map(partyName))]),
        ...(freeHours === null
          ? []
          : [
              say('outside', {
                from: clockOf(freeHours.from),
                to: clockOf(freeHours.to),
                zone: freeHours.zone,
              }),
            ]),
        say('from', { day: dates.day(rule.validFrom) }),
        ...(rule.validUntil === null ? [] : [say('until', { day: dates.day(rule.validUntil) })]),
      ],
    };
  };
};

export const RuleSummary = ({ rule }: { rule: Tightening }) => {
  const { head, parts } = useRuleWords()(rule);
  return (
    <div>
      <Text fw={600}>{head}</Text>
      <Group gap="xs" fz="sm" c="dimmed">
        {parts.map((part) => (
          <span key={part}>{part}</span>
        ))}
      </Group>
      <Text size="sm" mt={4}>
        <bdi>{rule.reason}</bdi>
      </Text>
    </div>
  );
};
