import { Badge, Checkbox, Group, NativeSelect, Paper, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { IconBan, IconCheck, IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import type { Outcome, RoleAccount } from '../../../server/capabilities/oversight/roles/contract.ts';
import { type Role, roles } from '../../../server/kernel/decision.ts';
import { usePick, useReading, useWords } from '../../kit/language.tsx';
import { Page } from '../../kit/page.tsx';
import { Loaded } from '../../kit/query.tsx';
import { terms } from '../../kit/terms.ts';
import { useMe } from '../parties/session.ts';
import { assistanceRuleWords } from './assistance-rule-words.ts';
import { deploymentRuleWords } from './deployment-rule-words.ts';
import { dutyRuleWords } from './duty-rule-words.ts';
import { eventsRuleWords } from './events-rule-words.ts';
import { matchingRuleWords } from './matching-rule-words.ts';
import styles from './oversight.module.css';
import { useRoleAccount } from './queries.ts';
import { roleAccountWords } from './role-words.ts';
import { rosterRuleWords } from './roster-rule-words.ts';
import { RuleSummary } from './rule-summary.tsx';
import { ruleWords as houseRuleWords } from './rule-words.ts';

const ruleWords = {
  ...houseRuleWords,
  ...dutyRuleWords,
  ...matchingRuleWords,
  ...assistanceRuleWords,
  ...deploymentRuleWords,
  ...rosterRuleWords,
  ...eventsRuleWords,
};
const isKnownRule = (rule: string): rule is keyof typeof ruleWords => Object.hasOwn(ruleWords, rule);
const isState = (value: string): value is keyof typeof terms.states.item =>
  Object.hasOwn(terms.states.item, value);

const saidValues = [
  'near',
  'far',
  'by-him',
  'by-others',
  'stated',
  'not-stated',
  'immediate',
  'not-immediate',
  'his-shift',
  'others-shift',
  'himself',
  'visiting',
  'sent',
] as const;

const useValueName = () => {
  const say = useWords(roleAccountWords);
  const pick = usePick();
  return (facet: Outcome['when'][number]['facet'], value: string): string => {
    if (facet === 'alert') return say(value === 'draft' ? 'alert-draft' : 'alert-sent');
    if (facet === 'tlp') return `\u2066TLP:${value.toUpperCase()}\u2069`;
    if (isState(value)) return pick(terms.states.item[value]);
    const found = saidValues.find((one) => one === value);
    return found ? say(found) : value;
  };
};

const OutcomeLine = ({ outcome }: { outcome: Outcome }) => {
  const rule = useWords(ruleWords);
  const valueName = useValueName();
  const { locale } = useReading();
  const isAllowed = outcome.kind === 'allowed';
  const or = new Intl.ListFormat(locale, { type: 'disjunction' });
  return (
    <li className={styles.outcome}>
      <ThemeIcon size="sm" radius="xl" variant="light" color={isAllowed ? 'green' : 'red'} aria-hidden>
        {isAllowed ? <IconCheck size={14} /> : <IconBan size={14} />}
      </ThemeIcon>
      <div>
        <Text size="sm">{isKnownRule(outcome.rule) ? rule(outcome.rule) : outcome.rule}</Text>
        {outcome.when.length > 0 && (
          <Text size="xs" c="dimmed">
            {outcome.when
              .map(({ facet, values }) => or.format(values.map((value) => valueName(facet, value))))
              .join(' · ')}
          </Text>
        )}
      </div>
    </li>
  );
};

const VerbCard = ({ verb }: { verb: RoleAccount['verbs'][number] }) => {
  const say = useWords(roleAccountWords);
  const kinds = new Set(verb.outcomes.map(({ kind }) => kind));
  const [label, colour] = !kinds.has('allowed')
    ? (['mayNot', 'red'] as const)
    : kinds.has('refused')
      ? (['mayPartly', undefined] as const)
      : (['may', 'green'] as const);
  return (
    <Paper withBorder p="sm" component="section">
      <Group justify="space-between" gap="xs" mb={4}>
        <Title order={3} size="h5">
          {say(`verb-${verb.verb}`)}
        </Title>
        <Badge variant="light" color={colour}>
          {say(label)}
        </Badge>
      </Group>
      <ul className={styles.outcomes}>
        {verb.outcomes.map((outcome) => (
          <OutcomeLine key={`${outcome.kind} ${outcome.rule}`} outcome={outcome} />
        ))}
      </ul>
    </Paper>
  );
};

const Account = ({ account }: { account: RoleAccount }) => {
  const say = useWords(roleAccountWords);
  return (
    <Stack>
      {account.tightenings.length > 0 && (
        <Paper withBorder p="md" component="section">
          <Group gap="xs" mb="xs">
            <IconLock size={18} aria-hidden />
            <Title order={2} size="h4">
              {say('tightened')}
            </Title>
          </Group>
          <Stack gap="sm">
            {account.tightenings.map((rule) => (
              <RuleSummary key={rule.id} rule={rule} />
            ))}
          </Stack>
        </Paper>
      )}
      <div className={styles.verbs}>
        {account.verbs.map((verb) => (
          <VerbCard key={verb.verb} verb={verb} />
        ))}
      </div>
    </Stack>
  );
};

/** In plain words: what a role may see and do on this node, from the policies that decide it. */
export const RoleScreen = () => {
  const say = useWords(roleAccountWords);
  const pick = usePick();
  const me = useMe();
  const [role, setRole] = useState<Role>(me.role);
  const [guest, setGuest] = useState(me.guest);
  const query = useRoleAccount({ role, guest });
  return (
    <Page title={role === me.role ? say('title') : pick(terms.roles[role])} teach={say('teach')}>
      {!me.guest && (
        <Group align="flex-end">
          <NativeSelect
            label={say('role')}
            value={role}
            onChange={(event) => setRole(roles.find((one) => one === event.currentTarget.value) ?? me.role)}
            data={roles.map((one) => ({ value: one, label: pick(terms.roles[one]) }))}
          />
          <Checkbox
            label={say('guest')}
            checked={guest}
            mb={8}
            onChange={(event) => setGuest(event.currentTarget.checked)}
          />
        </Group>
      )}
      <Loaded query={query}>{(account) => <Account account={account} />}</Loaded>
    </Page>
  );
};
