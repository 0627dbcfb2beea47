/** How officers come: partners are asked at once, offer, name them; the host vets, accredits, pairs. */
import { randomUUID } from 'node:crypto';
import type { JsonObject } from '../server/kernel/canonical.ts';
import type { Specialty } from '../server/plumbing/specialties/index.ts';
import { offered, stepContent } from '../testing/assistance-story.ts';
import { until } from '../testing/until.ts';
import type { WorldNode } from '../testing/world.ts';
import { askedFor, type SendingService } from './securing-services.ts';
import { listOf } from './securing-steps.ts';
import { said } from './securing-world.ts';

const planner = 'event-planner';
const [from, to] = ['2024-07-18T06:00:00.000Z', '2024-08-13T20:00:00.000Z'];
const [asks, units] = ['/api/assistance/asks', '/api/assistance/units'];
const grounds = {
  purpose: 'Renfort des Jeux de Paris 2024',
  legalBasis: 'Code de la sécurité intérieure, article R. 315-6',
  reviewOn: '2024-08-20',
  eraseOn: '2024-09-30',
};

/** An ask as it went out: its id, and the line of each specialty. */
export interface Ask {
  readonly id: string;
  readonly lines: ReadonlyMap<Specialty, string>;
}

/** Largest remainders: parts that are whole and add up. */
const shared = <Key>(
  total: number,
  shares: readonly (readonly [Key, number])[],
): ReadonlyMap<Key, number> => {
  const whole = shares.reduce((sum, [, share]) => sum + share, 0);
  const exact = shares.map(([key, share]) => ({ key, exact: (total * share) / whole }));
  const parts = new Map(exact.map(({ key, exact: value }) => [key, Math.floor(value)]));
  let left = total - [...parts.values()].reduce((sum, part) => sum + part, 0);
  for (const { key } of exact.toSorted((a, b) => (b.exact % 1) - (a.exact % 1))) {
    if (left <= 0) break;
    parts.set(key, (parts.get(key) ?? 0) + 1);
    left -= 1;
  }
  return parts;
};

/** One ask to all partners; released by the contact point, arrived at each. */
export const askAll = async (
  host: WorldNode,
  partners: readonly WorldNode[],
  { agreement, event, total }: { agreement: string; event: string; total: number },
): Promise<Ask> => {
  const lines = new Map<Specialty, string>();
  const asked = [...shared(total, askedFor)].map(([specialty, quantity]) => {
    const id = randomUUID();
    lines.set(specialty, id);
    const requirement = { specialty, skills: [], languages: [], powers: [] };
    return { id, requirement, quantity, from, to, places: [], arms: 'either', conditions: '' };
  });
  const content = {
    title: 'Renforts étrangers, Jeux de Paris 2024',
    language: 'fr',
    event: { id: event, name: 'Paris 2024', code: 'paris-2024' },
    lines: asked,
    conditions: 'Toujours en binôme avec une équipe française',
    costs: [{ kind: 'lodging', bearer: 'host' }],
    costsText: '',
    answerBy: '2024-06-14T12:00:00.000Z',
    reason: '',
  };
  const address = { agreement, circle: null, recipients: partners.map(({ party }) => party) };
  const { id } = await said(host, planner, 'POST', asks, { content, address });
  await said(host, planner, 'POST', `${asks}/${String(id)}/propose`);
  await said(host, 'contact-point', 'POST', `${asks}/${String(id)}/issue`);
  for (const node of partners)
    await until(async () => (await node.call(planner, 'GET', `${asks}/${String(id)}`)).status === 200, {
      withinMs: 300_000,
    });
  return { id: String(id), lines };
};

/** Says something about an ask as one side of its thread; the contact point lets it go. */
export const step = async (node: WorldNode, ask: Ask, party: string, content: JsonObject): Promise<void> => {
  const { id } = await said(node, planner, 'POST', `${asks}/${ask.id}/steps`, { party, content });
  await said(node, 'contact-point', 'POST', `/api/assistance/steps/${String(id)}/release`);
};

const threadOf = async (node: WorldNode, ask: Ask, party: string): Promise<JsonObject> => {
  const { threads } = await said(node, planner, 'GET', `${asks}/${ask.id}`);
  return listOf(threads).find((thread) => thread.party === party) ?? {};
};

/** What a partner sends, by specialty. Morocco's officers are bomb disposal, as they were. */
const composition = ({ country, units: total }: SendingService): ReadonlyMap<Specialty, number> =>
  country === 'ma' ? new Map([['bomb-disposal', total]]) : shared(total, askedFor);

/** The partner offers, the host accepts all of it. */
export const offerAndAccept = async (
  host: WorldNode,
  node: WorldNode,
  ask: Ask,
  service: SendingService,
): Promise<void> => {
  const lines = [...composition(service)].flatMap(([specialty, quantity]) => {
    const line = ask.lines.get(specialty);
    return line === undefined || quantity === 0
      ? []
      : [{ ...offered(line, quantity), languages: service.languages }];
  });
  await step(node, ask, node.party, stepContent('offer', { lines }));
  const offer = await until(
    async () => {
      const thread = await threadOf(host, ask, node.party);
      return thread.state === 'offered' ? Number(thread.offer) : null;
    },
    { withinMs: 300_000 },
  );
  await step(host, ask, node.party, stepContent('accept', { answers: offer, lines }));
  await until(async () => (await threadOf(node, ask, node.party)).state === 'accepted', {
    withinMs: 300_000,
  });
};

const certificatesOf = (specialty: Specialty): readonly JsonObject[] => {
  const kinds =
    specialty === 'explosive-dog'
      ? ['dog-team', 'dog-health']
      : specialty === 'bomb-disposal'
        ? ['bomb-disposal']
        : [];
  return kinds.map((kind) => ({ kind, number: `C-${kind}`, issued: '2023-09-01', expires: '2025-09-01' }));
};

/** An invented officer of a service. */
export const officer = (service: SendingService, specialty: Specialty, number: number): JsonObject => ({
  nameLatin: `${service.country.toUpperCase()} ${specialty} ${number}`,
  nameArabic: service.arabicName,
  service: service.country.toUpperCase(),
  rank: 'Inspecteur',
  specialty,
  skills: [],
  languages: service.languages,
  powers: ['identity-check', 'search'],
  arms: [],
  dog: specialty === 'explosive-dog' ? { name: 'Rex', chip: `504${String(number).padStart(12, '0')}` } : null,
  certificates: certificatesOf(specialty),
  phone: '',
  home: { name: 'Paris', lat: 48.86 + (number % 20) / 400, lon: 2.35 + (number % 17) / 300 },
  available: { from, until: to },
  hoursPerDay: 10,
  hoursPer7Days: 48,
  teamSize: 1,
});

/** The partner names whom it promised; its contact point lets the names go. Ids, once the host has them. */
export const nameOfficers = async (
  host: WorldNode,
  node: WorldNode,
  ask: Ask,
  service: SendingService,
): Promise<readonly string[]> => {
  const named: string[] = [];
  for (const [specialty, quantity] of composition(service)) {
    const line = ask.lines.get(specialty);
    if (line === undefined || quantity === 0) continue;
    const profiles = Array.from({ length: quantity }, (_, at) => officer(service, specialty, at + 1));
    const made = await said(node, planner, 'POST', `${units}/names`, {
      ask: ask.id,
      line,
      grounds,
      profiles,
    });
    if (Array.isArray(made.named)) named.push(...made.named.map(String));
    await said(node, 'contact-point', 'POST', `${units}/names/release`, { ask: ask.id, line });
  }
  for (const id of named)
    await until(async () => (await host.call(planner, 'GET', `${units}/${id}`)).status === 200, {
      withinMs: 300_000,
    });
  return named;
};

/** Vetting, accreditation, arrival, and the host officer without whom nobody is tasked. */
export const receive = async (host: WorldNode, unit: string, pairedWith: string): Promise<void> => {
  const path = `${units}/${unit}`;
  await said(host, planner, 'POST', `${path}/steps`, { kind: 'vet', ground: null });
  const badge = { kind: 'accredit', until: '2024-08-13', zones: ['Paris'], armed: false };
  await said(host, planner, 'POST', `${path}/steps`, badge);
  await said(host, planner, 'POST', `${path}/steps`, { kind: 'arrive', lodging: 'Caserne' });
  const period = { from, until: to };
  await said(host, planner, 'POST', `${path}/pairs`, { host: pairedWith, period });
};

const head = [
  ...['nom', 'grade', 'spécialité', 'langues', 'habilitations', 'chien', 'puce', 'certificats'],
  ...['base', 'lat', 'lon', 'du', 'au', 'heures par jour', 'heures par semaine'],
].join(';');

/** A row of the table in which a service keeps its people. */
const rowOf = (specialty: Specialty, number: number): string => {
  const papers = certificatesOf(specialty).map((paper) => Object.values(paper).join(':'));
  const dog = specialty === 'explosive-dog' ? ['Rex', `250${String(number).padStart(12, '0')}`] : ['', ''];
  const home = ['Paris', 48.86 + (number % 20) / 400, 2.35 + (number % 17) / 300];
  const powers = 'identity-check,search,arrest,carry-arms';
  const who = [`FR ${specialty} ${number}`, 'Gardien', specialty, 'fr,en', powers];
  return [...who, ...dog, papers.join('|'), ...home, '2024-07-18', '2024-08-13', 10, 48].join(';');
};

/** The host's own, from a table as it is kept there, in proportion to what is wanted. Their ids. */
export const enterOwn = async (
  host: WorldNode,
  wanted: readonly (readonly [Specialty, number])[],
  total: number,
): Promise<readonly string[]> => {
  const rows = [...shared(total, wanted)].flatMap(([specialty, quantity]) =>
    Array.from({ length: quantity }, (_, at) => rowOf(specialty, at + 1)),
  );
  const content = Buffer.from([head, ...rows].join('\n')).toString('base64');
  const table = { content, grounds, dryRun: false, leaveOut: false };
  const report = await said(host, planner, 'POST', `${units}/import`, table);
  if (report.stored !== total) throw new Error(`own officers: ${JSON.stringify(report).slice(0, 2_000)}`);
  const ids: string[] = [];
  for (let after = ''; ; ) {
    const page = await said(
      host,
      planner,
      'GET',
      `${units}?kind=own${after === '' ? '' : `&after=${after}`}`,
    );
    ids.push(...listOf(page.units).map(({ id }) => String(id)));
    if (page.next === null) return ids;
    after = String(page.next);
  }
};
