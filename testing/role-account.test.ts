/** The role screen: every rule that it can name has its words, and it says what the policies say. */
import { expect, test } from 'vitest';
import { assistanceRuleWords } from '../console/capabilities/oversight/assistance-rule-words.ts';
import { deploymentRuleWords } from '../console/capabilities/oversight/deployment-rule-words.ts';
import { dutyRuleWords } from '../console/capabilities/oversight/duty-rule-words.ts';
import { eventsRuleWords } from '../console/capabilities/oversight/events-rule-words.ts';
import { matchingRuleWords } from '../console/capabilities/oversight/matching-rule-words.ts';
import { ruleWords } from '../console/capabilities/oversight/rule-words.ts';
import { policies, roleAccount } from '../server/capabilities/oversight/index.ts';
import { type PersonActor, type Role, refuse, roles } from '../server/kernel/decision.ts';
import { newId } from '../server/kernel/ids.ts';
import { tlps } from '../server/kernel/marking.ts';

const self = newId('party');
const others = { person: newId('person'), desk: newId('desk'), party: newId('party') };

const actorOf = (role: Role, guest: boolean, clearance: PersonActor['clearance'] = 'red'): PersonActor => ({
  kind: 'person',
  person: newId('person'),
  party: guest ? others.party : self,
  role,
  desks: [newId('desk')],
  circles: [],
  clearance,
});
const account = (role: Role, guest = false, asked = policies) =>
  roleAccount({ actor: actorOf(role, guest), self, others, policies: asked });
const outcomesOf = (told: ReturnType<typeof account>, verb: string) =>
  told.find((one) => one.verb === verb)?.outcomes ?? [];

test('every rule that any role, guest or clearance can meet has its words', () => {
  const known: readonly string[] = Object.keys({
    ...ruleWords,
    ...dutyRuleWords,
    ...matchingRuleWords,
    ...assistanceRuleWords,
    ...deploymentRuleWords,
    ...eventsRuleWords,
  });
  const met = new Set<string>();
  for (const role of roles)
    for (const guest of [false, true])
      for (const clearance of tlps) {
        const actor = actorOf(role, guest, clearance);
        for (const { outcomes } of roleAccount({ actor, self, others, policies }))
          for (const { rule } of outcomes) met.add(rule);
      }
  expect([...met].filter((rule) => !known.includes(rule))).toEqual([]);
  expect(known.filter((rule) => !met.has(rule))).toEqual([]);
});

const rows: readonly (readonly [string, Role, boolean, string, string])[] = [
  [
    'a contact point releases what others wrote',
    'contact-point',
    false,
    'release',
    'allowed exchange/four-eyes',
  ],
  ['an analyst does not release', 'analyst', false, 'release', 'refused exchange/contact-point-releases'],
  [
    'an administrator reads no content',
    'administrator',
    false,
    'read-own',
    'refused exchange/role-sees-no-content',
  ],
  [
    'an observer sees nothing operational',
    'observer',
    false,
    'read-received',
    'refused exchange/observers-see-no-operational-data',
  ],
  ['a guest writes nothing', 'analyst', true, 'compose', 'refused exchange/guests-only-read'],
  ['a connector writes nothing', 'connector', false, 'compose', 'refused exchange/writers'],
  [
    'a data protection officer oversees',
    'data-protection-officer',
    false,
    'oversee',
    'allowed oversight/data-protection-officer',
  ],
  ['an analyst asks partners blindly', 'analyst', false, 'match-check', 'allowed matching/officers-ask'],
  [
    'a service head sees how much was asked, and no hit',
    'service-head',
    false,
    'match-read-hits',
    'refused matching/officers-read-hits',
  ],
  [
    'a watch officer speaks of a request, but does not refuse it',
    'watch-officer',
    false,
    'request-refuse',
    'refused requests/refusals-are-settled',
  ],
  [
    'a watch officer sends his own alert alone where it is immediate',
    'watch-officer',
    false,
    'alert-send',
    'allowed watch/immediate-is-sent-alone',
  ],
  [
    'a centre head does not approve what he wrote in',
    'centre-head',
    false,
    'sitrep-approve',
    'refused watch/sitrep-four-eyes',
  ],
  [
    'an analyst gives up his own draft of an alert',
    'analyst',
    false,
    'alert-cancel',
    'allowed watch/author-gives-up-draft',
  ],
  ['an analyst calls off no alert of others', 'analyst', false, 'alert-cancel', 'refused watch/senders'],
  [
    'a liaison officer uses templates and writes none',
    'liaison-officer',
    false,
    'request-templates-write',
    'refused requests/owners-write-templates',
  ],
  ['a guest plans no shift', 'watch-officer', true, 'shifts-plan', 'refused watch/rota-is-own-peoples'],
  [
    'a contact point extends the stay of an officer whom his service sends',
    'contact-point',
    false,
    'officers-extend',
    'allowed assistance/planners-step',
  ],
  [
    'an event planner vets no officer of his own',
    'event-planner',
    false,
    'officers-accredit',
    'refused assistance/the-other-sides-step',
  ],
  [
    'a field officer sees his own pair',
    'field-officer',
    false,
    'officers-read',
    'allowed assistance/own-pair',
  ],
  [
    'a guest sees no officers',
    'event-planner',
    true,
    'officers-list',
    'refused assistance/own-officers-only',
  ],
  ['an administrator reads no log', 'administrator', false, 'log-read', 'refused watch/role-sees-no-content'],
  [
    'a service head does not oversee accesses',
    'service-head',
    false,
    'oversee',
    'refused oversight/data-protection-officer',
  ],
];
for (const [what, role, guest, verb, expected] of rows)
  test(what, () => {
    const said = outcomesOf(account(role, guest), verb).map(({ kind, rule }) => `${kind} ${rule}`);
    expect(said).toContain(expected);
  });

test('a policy that changes changes what the screen says', () => {
  const strict = {
    ...policies,
    exchange: { ...policies.exchange, mayRelease: () => refuse('exchange/red') },
  };
  const said = (asked: typeof policies) =>
    outcomesOf(account('contact-point', false, asked), 'release').map(({ kind, rule }) => `${kind} ${rule}`);
  expect(said(strict)).toEqual(['refused exchange/red']);
  expect(said(policies)).not.toEqual(said(strict));
});

test('it says in which situations a rule decides', () => {
  const [own] = outcomesOf(account('contact-point'), 'release').filter(({ kind }) => kind === 'refused');
  expect(own).toMatchObject({ rule: 'exchange/four-eyes', when: [{ facet: 'written', values: ['by-him'] }] });
});
