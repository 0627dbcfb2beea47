/** Items of the Spanish node. Domains and addresses are those reserved for examples. */
import { blindCheckExample } from './blind-check.ts';
import { eventMarking, personMarking } from './markings.ts';
import { prose } from './prose.ts';
import {
  identity,
  incident,
  indicator,
  note,
  observable,
  observation,
  passportHolder,
  place,
  relationship,
  threatActor,
} from './stix-objects.ts';
import type { ScenarioItem } from './world.ts';

const arrangement = 'Paris 2024 technical arrangement (demo text), exchange of information';
const arrangementFrench = 'Arrangement technique Paris 2024 (texte de démonstration), échange d’informations';
const blois = 'Treaty of Blois of 7 July 1998, direct cooperation between services';
const everyone = ['fr', 'ma', 'es'] as const;

const flowsAt = '2024-07-22T15:00:00.000Z';
const irun = place('irun', flowsAt, 'Irun – Hendaye', 'ES', [43.3386, -1.7894]);
const jonquera = place('la-jonquera', flowsAt, 'La Jonquera – Le Perthus', 'ES', [42.4194, 2.8755]);

const sightingAt = '2024-07-20T11:15:00.000Z';
const seenDomain = observable('domain-name', 'paris2024-tickets.example.com');
const newDomain = observable('domain-name', 'entradas-paris2024.example');
const newServer = observable('ipv4-addr', '203.0.113.71');

const alias = identity(
  'alias-daniel-corbo-ruiz',
  '2024-07-31T09:45:00.000Z',
  'Daniel CORBO RUIZ',
  'individual',
  'Invented person. Born in 1991; convicted twice of theft with skill, known under two other names.',
);
const crew = threatActor(
  'barcelona-crew',
  '2024-07-31T09:45:00.000Z',
  'Pickpocket crew, Barcelona metro',
  'Same roles and same change of clothes as described by the French desk.',
);

const cardsAt = '2024-08-02T10:20:00.000Z';
const skimmer = incident(
  'skimmer-orly',
  cardsAt,
  'Card skimmers on ticket machines',
  'Overlay with a short-range transmitter; the same model was found in Valencia in spring.',
);

const carAt = '2024-07-29T20:10:00.000Z';
const van = incident(
  'stolen-van',
  carAt,
  'Theft of a van in service livery',
  'White van with the marks of a catering supplier of the Games; plates of the demo: 0000 ZZZ.',
);

const boatsAt = '2024-07-26T13:30:00.000Z';
const network = threatActor(
  'fast-boats',
  boatsAt,
  'Passeurs sur embarcations rapides',
  'Traversées de nuit vers les côtes d’Almería ; transfert ensuite par route vers la France.',
);

export const spanishItems: readonly ScenarioItem[] = [
  {
    key: 'es-contingent',
    originator: 'es',
    author: 'event-planner',
    desk: 'event',
    language: 'en',
    at: '2024-07-18T08:00:00.000Z',
    title: 'Spanish contingent: numbers, skills and working languages',
    summary: prose(`
      About 360 officers of the two national forces will serve in France in two rotations. Skills offered:
      dog teams for explosives, counter-drone, mounted officers, last-kilometre patrols. Four out of ten
      speak French. Each team leader carries a list of certificates. Please send the names of the host pairs
      for the first rotation.`),
    agreement: 'paris-2024',
    marking: eventMarking({ releasableTo: everyone, legalBasis: arrangement }),
    objects: [
      identity('es-contingent', '2024-07-18T08:00:00.000Z', 'Spanish contingent', 'group', 'Two rotations.'),
    ],
    factSource: 'press, summer 2024 (size of the contingent; other sources give lower numbers)',
  },
  {
    key: 'es-visitor-flows',
    originator: 'es',
    author: 'analyst',
    desk: 'intelligence',
    language: 'en',
    at: flowsAt,
    title: 'Visitor flows by road and rail at Irun and La Jonquera',
    summary: prose(`
      Night traffic at both crossings is above that of the same week last year, mostly family cars and
      coaches bound for Paris and Marseille. No organised group of risk supporters has been seen. Coach
      parking south of Perpignan is full from Friday: drivers stop on the hard shoulder, and thefts from
      parked coaches have begun.`),
    agreement: 'paris-2024',
    marking: eventMarking({
      tlp: 'green',
      grading: { scheme: 'europol-4x4', source: 'A', information: '3' },
      releasableTo: everyone,
      legalBasis: arrangement,
    }),
    objects: [
      irun,
      jonquera,
      note('coach-thefts', flowsAt, 'Thefts from coaches: expect reports.', [jonquera]),
    ],
  },
  {
    key: 'es-ticket-domains',
    originator: 'es',
    author: 'analyst',
    desk: 'intelligence',
    language: 'en',
    at: sightingAt,
    title: 'False ticket shops: sighting in Spain and one more domain',
    summary: prose(`
      Twenty-three complaints in Madrid and Seville name one of the domains sent by Paris on 18 July. A
      third domain, in Spanish, uses the same page template and another server. Transfers go to an account
      closed yesterday at our request. Please add the new domain to the block list and send us complaints
      that name it.`),
    agreement: 'paris-2024',
    marking: eventMarking({
      tlp: 'green',
      pap: 'green',
      grading: { scheme: 'europol-4x4', source: 'A', information: '1' },
      field: 'cybercrime',
      purpose: 'detection',
      releasableTo: everyone,
      legalBasis: arrangement,
    }),
    objects: [
      seenDomain,
      newDomain,
      newServer,
      observation('ticket-sightings', sightingAt, 23, [seenDomain]),
      indicator(
        'ticket-domain-spanish',
        sightingAt,
        'False ticket shop in Spanish',
        "[domain-name:value = 'entradas-paris2024.example']",
      ),
    ],
  },
  {
    key: 'es-pickpockets-reply',
    originator: 'es',
    author: 'liaison-officer',
    desk: 'national',
    language: 'en',
    at: '2024-07-31T09:45:00.000Z',
    title: 'Reply: identification of one member of the «Trocadéro» crew',
    summary: prose(`
      The person named in your request of 30 July is known to us as Daniel CORBO RUIZ, convicted twice of
      theft with skill. The crew worked the Barcelona metro until June. Two associates are likely to be with
      him; we do not name them until fingerprints are compared. Not to be used in proceedings before a
      request for mutual assistance.`),
    agreement: 'fr-es',
    marking: personMarking({
      grading: { scheme: 'europol-4x4', source: 'A', information: '1' },
      field: 'organised-crime',
      purpose: 'identification',
      personCategories: ['convicted', 'contact'],
      releasableTo: ['es', 'fr'],
      legalBasis: blois,
    }),
    objects: [alias, crew, relationship('2024-07-31T09:45:00.000Z', alias, 'related-to', crew)],
  },
  {
    key: 'es-card-skimmers',
    originator: 'es',
    author: 'analyst',
    desk: 'intelligence',
    language: 'en',
    at: cardsAt,
    title: 'Card skimmers on ticket machines: what to look for',
    summary: prose(`
      The overlay found on a ticket machine is of a model that we seized in Valencia in spring. It is two
      millimetres thick, glued at three points, and sends card data to a receiver within ten metres. Cards
      copied in Paris have been tried in Alicante within a day. Please check machines in stations that serve
      the venues.`),
    agreement: 'paris-2024',
    marking: eventMarking({
      grading: { scheme: 'europol-4x4', source: 'B', information: '1' },
      field: 'organised-crime',
      purpose: 'prevention',
      releasableTo: everyone,
      legalBasis: arrangement,
    }),
    objects: [skimmer],
  },
  {
    key: 'es-stolen-van',
    originator: 'es',
    author: 'watch-officer',
    desk: 'watch',
    language: 'en',
    at: carAt,
    title: 'Stolen van in the livery of a supplier of the Games',
    summary: prose(`
      A white van with the marks of a catering supplier was stolen in Zaragoza on 28 July with a driver pass
      inside. The pass has been cancelled by the organiser. No sign of more than theft, but the livery could
      open a gate: please brief checkpoints for vehicles. Any sighting to the Madrid watch desk, day and
      night.`),
    agreement: 'paris-2024',
    marking: eventMarking({
      handling: ['H1'],
      grading: { scheme: 'europol-4x4', source: 'A', information: '1' },
      field: 'stolen-property',
      purpose: 'event-protection',
      releasableTo: everyone,
      legalBasis: arrangement,
    }),
    objects: [van],
  },
  {
    key: 'es-fast-boats',
    originator: 'es',
    author: 'liaison-officer',
    desk: 'national',
    language: 'fr',
    at: boatsAt,
    title: 'Passeurs sur embarcations rapides : acheminement vers la France',
    summary: prose(`
      Un réseau fait traverser de nuit vers la côte d’Almería, puis conduit les personnes par route jusqu’à
      Perpignan en véhicules de location. Les passages ont doublé depuis le début de juillet, les contrôles
      étant réputés concentrés sur Paris. Source humaine non vérifiée. Nous proposons des contrôles
      simultanés au Boulou.`),
    agreement: 'fr-es',
    marking: eventMarking({
      handling: ['H1', 'H2'],
      grading: { scheme: 'europol-4x4', source: 'X', information: '2' },
      field: 'irregular-migration',
      purpose: 'investigation',
      releasableTo: ['es', 'fr'],
      legalBasis: 'Traité de Blois du 7 juillet 1998, coopération directe entre services',
    }),
    objects: [network],
  },
  {
    key: 'es-lost-passports',
    originator: 'es',
    author: 'watch-officer',
    desk: 'watch',
    language: 'fr',
    at: '2024-08-03T17:25:00.000Z',
    title: 'Vol de passeports dans un autocar de supporters',
    summary: prose(`
      Onze passeports espagnols ont été volés dans un autocar stationné près de Perpignan le 2 août. Les
      numéros sont inscrits au fichier des documents volés. Les titulaires voyagent avec une attestation du
      consulat : merci de les laisser gagner Marseille après vérification.`),
    agreement: 'paris-2024',
    marking: personMarking({
      handling: ['H1'],
      field: 'document-fraud',
      purpose: 'prevention',
      personCategories: ['victim'],
      releasableTo: everyone,
      legalBasis: arrangementFrench,
    }),
    objects: [
      place('perpignan', '2024-08-03T17:25:00.000Z', 'Perpignan sud, aire de repos', 'FR', [42.6887, 2.8948]),
      passportHolder('passport-lucia-aranda', '2024-08-03T17:25:00.000Z', blindCheckExample.person.latin, {
        ...blindCheckExample.passport,
        born: blindCheckExample.person.born,
      }),
    ],
  },
  {
    key: 'es-drone-hotel',
    originator: 'es',
    author: 'field-officer',
    desk: 'event',
    language: 'en',
    at: '2024-08-08T18:00:00.000Z',
    title: 'Drone above the hotel of the Spanish team',
    summary: prose(`
      A small drone hovered for two minutes above the hotel courtyard this afternoon. Photographs are with
      the host pair. To be completed with the statement of the night porter.`),
    agreement: 'paris-2024',
    marking: eventMarking({ releasableTo: everyone, legalBasis: arrangement }),
    objects: [
      incident(
        'drone-hotel',
        '2024-08-08T18:00:00.000Z',
        'Drone above a team hotel',
        'One flight, two minutes.',
      ),
    ],
  },
];
