/** Items of the French node on offences around the Games. Domains and addresses are reserved for examples. */
import { blindCheckExample } from './blind-check.ts';
import { eventMarking, personMarking } from './markings.ts';
import { prose } from './prose.ts';
import {
  courseOfAction,
  identity,
  indicator,
  note,
  observable,
  phone,
  place,
  relationship,
  threatActor,
} from './stix-objects.ts';
import type { ScenarioItem } from './world.ts';

const arrangement = 'Paris 2024 technical arrangement (demo text), exchange of information';
const blois = 'Traité de Blois du 7 juillet 1998, coopération directe entre services';
const everyone = ['fr', 'ma', 'es'] as const;

const ticketsAt = '2024-07-18T13:40:00.000Z';
const ticketDomain = observable('domain-name', 'billets-paris2024.example');
const secondDomain = observable('domain-name', 'paris2024-tickets.example.com');
const ticketServer = observable('ipv4-addr', '192.0.2.44');
const ticketIndicator = indicator(
  'ticket-domains',
  ticketsAt,
  'False ticket shops',
  "[domain-name:value = 'billets-paris2024.example' OR domain-name:value = 'paris2024-tickets.example.com']",
);

const thievesAt = '2024-07-30T18:20:00.000Z';
const thieves = threatActor(
  'pickpockets-trocadero',
  thievesAt,
  'Équipe « Trocadéro »',
  'Quatre personnes, rôles fixes : guetteur, bousculeur, preneur, receleur. Change souvent de tenue.',
);
const suspect = identity(
  'suspect-daniel-ferran',
  thievesAt,
  'Daniel FERRAN CORBO',
  'individual',
  'Personne inventée. Né en 1991, se dit domicilié à Barcelone ; mis en cause, receleur présumé.',
);
const trocadero = place('trocadero', thievesAt, 'Trocadéro, Paris', 'FR', [48.8597, 2.2922]);

const draftAt = '2024-08-07T09:00:00.000Z';

export const frenchCrimeItems: readonly ScenarioItem[] = [
  {
    key: 'fr-ticket-domains',
    originator: 'fr',
    author: 'analyst',
    desk: 'intelligence',
    language: 'en',
    at: ticketsAt,
    title: 'False ticket shops for the Games: two domains and one server',
    summary: prose(`
      Two sites sell tickets that do not exist, in French, Spanish and Arabic. Both resolve to the same
      server and were registered on the same day. Payment is by card or transfer to accounts opened in a
      third country. Victims so far are in France and Spain. Partners may block the domains; please tell us
      before any contact with the registrar.`),
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
      ticketDomain,
      secondDomain,
      ticketServer,
      ticketIndicator,
      note('ticket-server', ticketsAt, 'Both domains resolve to this server.', [
        ticketDomain,
        secondDomain,
        ticketServer,
      ]),
    ],
  },
  {
    key: 'fr-pickpockets',
    originator: 'fr',
    author: 'analyst',
    desk: 'intelligence',
    language: 'fr',
    at: thievesAt,
    title: 'Équipe de voleurs à la tire, ligne 6 et Trocadéro : demande d’identification',
    summary: prose(`
      Une équipe de quatre personnes agit depuis le 26 juillet entre Bir-Hakeim et Trocadéro, aux heures de
      sortie des épreuves. Douze plaintes concordent sur le mode opératoire. Un mis en cause, le nommé
      FERRAN CORBO Daniel, se dit domicilié à Barcelone. Merci de nous dire s’il est connu de vos services
      et sous quelles identités.`),
    agreement: 'fr-es',
    marking: personMarking({
      grading: { scheme: 'europol-4x4', source: 'B', information: '2' },
      field: 'organised-crime',
      purpose: 'identification',
      personCategories: ['suspect', 'victim'],
      releasableTo: ['fr', 'es'],
      legalBasis: blois,
    }),
    objects: [thieves, suspect, trocadero, relationship(thievesAt, thieves, 'located-at', trocadero)],
  },
  {
    key: 'fr-ticket-advice',
    originator: 'fr',
    author: 'liaison-officer',
    desk: 'national',
    language: 'fr',
    at: '2024-07-19T08:00:00.000Z',
    title: 'Conseil au public : acheter ses billets sans se faire escroquer',
    summary: prose(`
      Les billets ne se vendent que sur le site officiel, et la revente aussi. Un vendeur qui demande un
      virement ou refuse de donner son nom est un escroc. En cas de doute, ne payez pas ; si vous avez payé,
      prévenez votre banque puis déposez plainte. Texte que chaque partenaire peut publier dans sa langue.`),
    agreement: 'paris-2024',
    marking: eventMarking({
      tlp: 'clear',
      pap: 'clear',
      field: 'cybercrime',
      purpose: 'prevention',
      releasableTo: everyone,
      legalBasis: 'Arrangement technique Paris 2024 (texte de démonstration), information du public',
    }),
    objects: [
      courseOfAction(
        'ticket-advice',
        '2024-07-19T08:00:00.000Z',
        'Conseil au public',
        'Site officiel seulement.',
      ),
    ],
  },
  {
    key: 'fr-ticket-resale',
    originator: 'fr',
    author: 'analyst',
    desk: 'intelligence',
    language: 'fr',
    at: draftAt,
    title: 'Revente de billets par messagerie : premiers éléments',
    summary: prose(`
      Des billets authentiques sont revendus au triple de leur prix par messagerie, surtout pour la finale
      du 9 août au Parc des Princes. Le vendeur répond à un numéro relevé sur trois annonces. Note à
      compléter avant envoi.`),
    agreement: 'paris-2024',
    marking: eventMarking({
      field: 'organised-crime',
      purpose: 'detection',
      releasableTo: everyone,
      legalBasis: 'Arrangement technique Paris 2024 (texte de démonstration)',
    }),
    objects: [
      place('parc-des-princes', draftAt, 'Parc des Princes, Paris', 'FR', [48.8416, 2.253]),
      phone(blindCheckExample.phone),
    ],
  },
];
