import { describe, expect, test } from 'vitest';
import { canonical, nameBasedUuid } from '../../server/kernel/canonical.ts';
import { roles } from '../../server/kernel/decision.ts';
import { languages } from '../../server/kernel/faults.ts';
import { asId } from '../../server/kernel/ids.ts';
import { clears, markingErrors, tlpRank } from '../../server/kernel/marking.ts';
import { isDay } from '../../server/kernel/time.ts';
import { readIdentifier } from '../../server/plumbing/identifiers/index.ts';
import { blindCheckExample } from './blind-check.ts';
import {
  agreements,
  circles,
  connectors,
  desks,
  items,
  journey,
  nodeKeys,
  notice,
  people,
  resolveMarking,
  type ScenarioItem,
  services,
} from './index.ts';

const partyOf = (node: string) =>
  asId('party', `identity--${nameBasedUuid('00abedb4-aa42-466c-9c01-fed23315a9b7', node)}`);
const parties = { fr: partyOf('fr'), ma: partyOf('ma'), es: partyOf('es') };
const table = items.map((item) => [item.key, item] as const);
const agreementOf = (item: ScenarioItem) => agreements.find(({ key }) => key === item.agreement);
const script = { ar: /\p{Script=Arabic}/gu, fr: /\p{Script=Latin}/gu, en: /\p{Script=Latin}/gu };
const lettersOf = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;
const stepsOf = (key: string) => journey.filter(({ item }) => item === key).map(({ kind }) => kind);
const repeated = (keys: readonly string[]) => keys.filter((key, index) => keys.indexOf(key) !== index);

describe('the parties of the demo world', () => {
  test('are three, each with four desks and one person for each role, and one connected system', () => {
    expect(services.map(({ node }) => node)).toEqual([...nodeKeys]);
    for (const node of nodeKeys) {
      expect(desks.filter((desk) => desk.node === node)).toHaveLength(4);
      const held = people.filter((person) => person.node === node).map(({ role }) => role);
      expect(held).toEqual(roles.filter((role) => role !== 'connector'));
      expect(connectors.filter((one) => one.node === node).map(({ role }) => role)).toEqual(['connector']);
    }
  });

  test('have people with names in both scripts, all different, at addresses that cannot exist', () => {
    expect(repeated(people.map(({ email }) => email))).toEqual([]);
    expect(repeated(people.map(({ name }) => name.latin))).toEqual([]);
    expect(repeated(people.map(({ name }) => name.arabic))).toEqual([]);
    for (const { name, email } of people) {
      expect(name.latin).toMatch(/^[\p{Script=Latin} ]+$/u);
      expect(name.arabic).toMatch(/^[\p{Script=Arabic} ]+$/u);
      expect(email).toMatch(/\.example$/);
    }
  });
});

describe('the agreements and circles', () => {
  test('have the same members, and the event ones all three', () => {
    expect(circles.map(({ key, members }) => [key, members])).toEqual(
      agreements.map(({ key, parties }) => [key, parties]),
    );
    expect(circles.find(({ kind }) => kind === 'event')?.members).toEqual([...nodeKeys]);
  });

  test('are in force now and on the days of the Games, and an invented text says so in each language', () => {
    for (const { validFrom, validForDays, invented, legalBasis } of agreements) {
      expect(isDay(validFrom) && validFrom <= '2024-07-01' && validForDays > 365).toBe(true);
      if (invented) expect(legalBasis.fr + legalBasis.en + legalBasis.ar).toMatch(/inventé.*invented.*موضوع/);
    }
  });
});

describe.each(table)('the item %s', (key, item) => {
  test('has a sound marking on the day of seeding, whichever the year', () => {
    for (const today of ['2024-07-22', '2027-02-28', '2032-02-29']) {
      const marking = resolveMarking(item.marking, parties, today);
      expect(markingErrors(marking, today)).toEqual([]);
      expect(marking.reviewOn > today).toBe(true);
      expect(marking.releasableTo).toContain(parties[item.originator]);
    }
  });

  test('is covered by its agreement: field, purpose and every party that may receive it', () => {
    const agreement = agreementOf(item);
    expect(agreement?.fields).toContain(item.marking.field);
    expect(agreement?.purposes).toContain(item.marking.purpose);
    expect(item.marking.releasableTo.filter((node) => !agreement?.parties.includes(node))).toEqual([]);
    expect(repeated(item.marking.releasableTo)).toEqual([]);
  });

  test('shields persons: AMBER at least and a handling code; RED goes to one partner under H2', () => {
    const { tlp, handling, personCategories, releasableTo } = item.marking;
    if (personCategories.length > 0) {
      expect(tlpRank(tlp)).toBeGreaterThanOrEqual(tlpRank('amber'));
      expect(handling).not.toContain('H0');
    }
    if (item.objects.some((object) => object.identity_class === 'individual'))
      expect(personCategories.length).toBeGreaterThan(0);
    if (tlp === 'red') expect([releasableTo.length, handling.includes('H2')]).toEqual([2, true]);
  });

  test('is written in its language, in two to six sentences, by someone cleared at an existing desk', () => {
    for (const text of [item.title, item.summary]) {
      const letters = lettersOf(text, /\p{L}/gu);
      expect(lettersOf(text, script[item.language]) / letters).toBeGreaterThan(0.9);
    }
    const sentences = item.summary.split(/[.؟!](?:\s|$)/).filter((part) => part.trim() !== '');
    expect(sentences.length).toBeGreaterThanOrEqual(2);
    expect(sentences.length).toBeLessThanOrEqual(6);
    const author = people.find(({ node, role }) => node === item.originator && role === item.author);
    expect(author && clears(author.clearance, item.marking.tlp)).toBe(true);
    expect(author?.languages).toContain(item.language);
    expect(desks.some((desk) => desk.node === item.originator && desk.key === item.desk)).toBe(true);
    expect(key.startsWith(`${item.originator}-`)).toBe(true);
  });

  test('carries objects that refer only to each other, with the time of the item', () => {
    const ids = item.objects.map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(0);
    expect(repeated(ids)).toEqual([]);
    for (const object of item.objects) {
      expect(object.id.startsWith(`${object.type}--`)).toBe(true);
      if (object.created !== undefined) expect(object.created).toBe(item.at);
      const references = [object.object_refs, object.source_ref, object.target_ref].flat();
      expect(references.filter((id) => typeof id === 'string' && !ids.includes(id))).toEqual([]);
    }
  });

  test('names only domains and addresses reserved for documentation', () => {
    const text = canonical(item.objects) + item.summary;
    const hosts = text.match(/[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|net|org|fr|ma|es|example)\b/g) ?? [];
    expect(hosts.filter((host) => !/(?:^|\.)example(?:\.(?:com|net|org))?$/.test(host))).toEqual([]);
    const addresses = text.match(/\b\d{1,3}(?:\.\d{1,3}){3}\b/g) ?? [];
    expect(addresses.filter((ip) => !/^(192\.0\.2|198\.51\.100|203\.0\.113)\./.test(ip))).toEqual([]);
  });
});

describe('the items together', () => {
  test('are at least 24, from every node, in all three languages, with every TLP label', () => {
    expect(items.length).toBeGreaterThanOrEqual(24);
    expect(repeated(items.map(({ key }) => key))).toEqual([]);
    expect(new Set(items.map(({ originator }) => originator)).size).toBe(3);
    expect(new Set(items.map(({ language }) => language)).size).toBe(3);
    expect(new Set(items.map(({ marking }) => marking.tlp)).size).toBe(5);
  });

  test('give one id to one content only', () => {
    const contents = new Map<string, string>();
    for (const object of items.flatMap(({ objects }) => objects)) {
      expect(contents.get(object.id) ?? canonical(object)).toBe(canonical(object));
      contents.set(object.id, canonical(object));
    }
  });
});

describe('the example of a blind check', () => {
  const { phone, strangePhone, passport, person } = blindCheckExample;
  const heldIn = (text: string): readonly string[] =>
    items.filter((item) => canonical(item.objects).includes(text)).map(({ key }) => key);

  test('is held by France and Spain in what Morocco never got, under an agreement that allows checks', () => {
    expect([heldIn(phone), heldIn(passport.number)]).toEqual([['fr-ticket-resale'], ['es-lost-passports']]);
    expect(heldIn(strangePhone)).toEqual([]);
    for (const key of ['fr-ticket-resale', 'es-lost-passports']) {
      expect(stepsOf(key)).not.toContain('release');
      const item = items.find((one) => one.key === key);
      expect(item && agreementOf(item)?.matching).toBeDefined();
      expect(item && tlpRank(item.marking.tlp)).toBeLessThan(tlpRank('amber+strict'));
    }
  });

  test('finds the person in either script', () => {
    const formOf = (name: string) => readIdentifier('name-birth', `${name}, ${person.born}`);
    expect(formOf(person.arabic)).toEqual(formOf(person.latin));
    expect(formOf(person.latin).kind).toBe('read');
  });
});

describe('the journey', () => {
  test('composes every item first and releases only what was proposed', () => {
    for (const { key } of items) {
      const steps = stepsOf(key);
      expect(steps[0]).toBe('compose');
      if (steps.includes('release')) expect(steps.indexOf('propose')).toBe(steps.indexOf('release') - 1);
      if (steps.includes('read')) expect(steps).toContain('release');
    }
  });

  test('keeps four eyes: nobody releases or returns what he wrote', () => {
    for (const step of journey.filter(({ kind }) => kind === 'release' || kind === 'return')) {
      expect(items.find(({ key }) => key === step.item)?.author).not.toBe(step.by);
    }
  });

  test('names an item in every list: nothing is left over from an item that was renamed', () => {
    for (const kind of ['compose', 'propose', 'return', 'release', 'read'] as const)
      expect(new Set(journey.filter((step) => step.kind === kind).map(({ node }) => node)).size).toBe(3);
    expect(items.filter(({ key }) => stepsOf(key).length === 1)).toHaveLength(3);
    expect(items.filter(({ key }) => stepsOf(key).at(-1) === 'propose')).toHaveLength(3);
    expect(items.filter(({ key }) => stepsOf(key).at(-1) === 'return')).toHaveLength(3);
    expect(items.filter(({ key }) => stepsOf(key).at(-1) === 'release')).toHaveLength(6);
  });

  test('sends to the circle of the agreement only when the marking names all of its members', () => {
    for (const item of items) {
      const members = circles.find(({ key }) => key === item.agreement)?.members ?? [];
      expect([...item.marking.releasableTo].sort()).toEqual([...members].sort());
    }
  });
});

test('the notice says in each language that people and texts are invented', () => {
  expect(languages.map((language) => notice[language].length > 20)).toEqual([true, true, true]);
});
