/** Items of the French node on the security of the Games. */
import { eventMarking, personMarking } from './markings.ts';
import { prose } from './prose.ts';
import { courseOfAction, incident, note, observation, place, relationship } from './stix-objects.ts';
import type { ScenarioItem } from './world.ts';

const arrangement = 'Arrangement technique Paris 2024 (texte de démonstration), échange d’informations';
const franceMorocco = 'Accord franco-marocain du 30 mai 2000 relatif à la coopération en matière de sécurité';
const everyone = ['fr', 'ma', 'es'] as const;

const planAt = '2024-07-15T14:00:00.000Z';
const seine = place('seine', planAt, 'Parcours de la Seine, Austerlitz – Iéna', 'FR', [48.8606, 2.3201]);

const centreAt = '2024-07-22T08:00:00.000Z';
const centre = place(
  'centre',
  centreAt,
  'Centre de coopération internationale, Paris 7e',
  'FR',
  [48.8556, 2.3158],
);

const eodAt = '2024-07-19T09:20:00.000Z';
const cities = [
  place('bordeaux', eodAt, 'Stade de Bordeaux', 'FR', [44.8974, -0.5616]),
  place('lyon', eodAt, 'Stade de Lyon, Décines-Charpieu', 'FR', [45.7652, 4.982]),
  place('nice', eodAt, 'Stade de Nice', 'FR', [43.7051, 7.1926]),
  place('lille', eodAt, 'Stade Pierre-Mauroy, Villeneuve-d’Ascq', 'FR', [50.6119, 3.1305]),
] as const;

const railAt = '2024-07-26T07:10:00.000Z';
const railSabotage = incident(
  'tgv-sabotage',
  railAt,
  'Sabotages coordonnés sur les lignes à grande vitesse',
  'Incendies volontaires d’installations de signalisation dans la nuit du 25 au 26 juillet 2024.',
);
const stations = place('gare-montparnasse', railAt, 'Gare Montparnasse, Paris', 'FR', [48.8413, 2.3206]);

const droneAt = '2024-07-28T21:45:00.000Z';
const stadium = place('stade-de-france', droneAt, 'Stade de France, Saint-Denis', 'FR', [48.9245, 2.3601]);
const drone = incident(
  'drone-saint-denis',
  droneAt,
  'Survol non autorisé aux abords du Stade de France',
  'Aéronef sans équipage à quatre rotors, vu deux fois en dix minutes ; télépilote contrôlé, appareil saisi.',
);

const semifinalAt = '2024-08-03T10:00:00.000Z';
const marseille = place('marseille', semifinalAt, 'Stade de Marseille', 'FR', [43.2698, 5.3959]);

const semifinal = courseOfAction(
  'semifinal',
  semifinalAt,
  'Dispositif de la demi-finale',
  'Publics séparés, équipages mixtes.',
);

const dailyAt = '2024-07-31T11:30:00.000Z';
const daily = place('paris-sud', dailyAt, 'Arena Paris Sud', 'FR', [48.8329, 2.284]);

export const frenchSecurityItems: readonly ScenarioItem[] = [
  {
    key: 'fr-ceremony-plan',
    originator: 'fr',
    author: 'event-planner',
    desk: 'event',
    language: 'fr',
    at: planAt,
    title: 'Cérémonie d’ouverture du 26 juillet : économie générale du dispositif',
    summary: prose(`
      La cérémonie se tient sur la Seine, du pont d’Austerlitz au pont d’Iéna, à partir de 19 h 30. Le
      dispositif mobilise 45 000 policiers et gendarmes. Le périmètre antiterroriste est fermé aux véhicules
      ; l’accès des piétons se fait sur laissez-passer ou billet. Les délégations étrangères en renfort sont
      toujours en binôme avec un équipage français et n’exercent aucun pouvoir propre. Les mouvements
      sensibles font l’objet d’un envoi séparé.`),
    agreement: 'paris-2024',
    marking: eventMarking({ releasableTo: everyone, legalBasis: arrangement }),
    objects: [
      seine,
      courseOfAction(
        'binome',
        planAt,
        'Règle du binôme',
        'Aucune patrouille étrangère sans équipage français.',
      ),
      note('ceremony-zone', planAt, 'Périmètre fermé aux véhicules ; piétons sur laissez-passer ou billet.', [
        seine,
      ]),
    ],
    factSource: 'France Télévisions et Le Petit Journal, juillet 2024 (effectifs)',
  },
  {
    key: 'fr-centre-rhythm',
    originator: 'fr',
    author: 'watch-officer',
    desk: 'watch',
    language: 'fr',
    at: centreAt,
    title: 'Ouverture du centre et horaires des points de situation',
    summary: prose(`
      Le centre de coopération internationale ouvre ce jour et fonctionne jusqu’au 8 septembre. Plus de deux
      cents officiers de liaison y sont représentés. Point renseignement à 9 h 30, réservé aux officiers de
      liaison des services de renseignement ; point de sécurité générale à 11 h 30 : engagement des forces,
      interpellations, gardes à vue et faits des dernières 24 heures. Merci de transmettre vos contributions
      une heure avant.`),
    agreement: 'paris-2024',
    marking: eventMarking({ tlp: 'green', pap: 'green', releasableTo: everyone, legalBasis: arrangement }),
    objects: [centre, note('rhythm', centreAt, '09:30 renseignement ; 11:30 sécurité générale.', [centre])],
    factSource: 'ministère de l’Intérieur, 9 août 2024',
  },
  {
    key: 'fr-last-kilometre',
    originator: 'fr',
    author: 'event-planner',
    desk: 'event',
    language: 'fr',
    at: '2024-07-23T15:30:00.000Z',
    title: 'Patrouilles du dernier kilomètre : emploi des renforts étrangers',
    summary: prose(`
      Les équipages mixtes tiennent les cheminements entre les gares et les sites. Chaque renfort est placé
      selon la nationalité attendue des spectateurs : effectifs espagnols et marocains en priorité sur
      Marseille le 5 août si les affiches le confirment. Prise de service une heure avant l’ouverture des
      portes, fin une heure après l’évacuation. Toute interpellation est faite par l’équipage français.`),
    agreement: 'paris-2024',
    marking: eventMarking({ releasableTo: everyone, legalBasis: arrangement, purpose: 'event-protection' }),
    objects: [
      courseOfAction(
        'last-kilometre',
        '2024-07-23T15:30:00.000Z',
        'Dernier kilomètre',
        'Équipages mixtes entre gare et site, une heure avant l’ouverture, une heure après l’évacuation.',
      ),
    ],
    factSource: 'presse, été 2024 (règles d’emploi des renforts)',
  },
  {
    key: 'fr-eod-reception',
    originator: 'fr',
    author: 'event-planner',
    desk: 'event',
    language: 'fr',
    at: eodAt,
    title: 'Accueil des dix démineurs marocains : Bordeaux, Lyon, Nice et Lille',
    summary: prose(`
      Les dix démineurs marocains sont affectés aux sites de Bordeaux, Lyon, Nice et Lille, auprès des
      groupes de déminage de la sécurité civile. Chaque équipe travaille avec un démineur français, qui
      conserve la direction de l’intervention. L’armement et le matériel de détection sont déclarés à
      l’arrivée. Merci de confirmer les certificats et les langues de travail avant le 21 juillet.`),
    agreement: 'fr-ma',
    marking: eventMarking({
      field: 'explosives',
      handling: ['H1', 'H2'],
      releasableTo: ['fr', 'ma'],
      legalBasis: franceMorocco,
    }),
    objects: [
      ...cities,
      note('eod-cities', eodAt, 'Répartition des équipes par ville à confirmer.', [...cities]),
    ],
    factSource: 'Le360, août 2024 ; Maroc Presse, 19 juillet 2024',
  },
  {
    key: 'fr-tgv-sabotage',
    originator: 'fr',
    author: 'analyst',
    desk: 'intelligence',
    language: 'fr',
    at: railAt,
    title: 'Sabotages du réseau à grande vitesse, nuit du 25 au 26 juillet',
    summary: prose(`
      Plusieurs installations de signalisation des lignes à grande vitesse ont été incendiées avant l’aube,
      à des points éloignés les uns des autres et dans un laps de temps réduit. Plus de 800 000 voyageurs
      sont touchés. Aucune victime. Aucune imputation n’est possible à ce stade. Nous demandons aux
      partenaires tout élément sur des repérages récents d’installations ferroviaires ; ne pas contacter
      l’exploitant directement.`),
    agreement: 'paris-2024',
    marking: eventMarking({
      tlp: 'amber+strict',
      pap: 'red',
      handling: ['H1', 'H2'],
      grading: { scheme: 'admiralty', source: 'A', information: '2' },
      purpose: 'threat-protection',
      releasableTo: everyone,
      legalBasis: arrangement,
    }),
    objects: [
      railSabotage,
      stations,
      note('rail-call', railAt, 'Repérages : répondre sous 8 heures.', [railSabotage]),
    ],
    factSource: 'France Télévisions, juillet 2024 (nombre de voyageurs)',
  },
  {
    key: 'fr-drone-stadium',
    originator: 'fr',
    author: 'field-officer',
    desk: 'event',
    language: 'fr',
    at: droneAt,
    title: 'Survol d’un drone aux abords du Stade de France',
    summary: prose(`
      À 23 h 30, un drone de loisir a survolé deux fois le parvis nord pendant l’évacuation. Le télépilote,
      un touriste, a été contrôlé et l’appareil saisi. Aucun indice d’intention hostile. Rappel : tout
      survol est interdit pendant les épreuves ; merci de le redire à vos supporters.`),
    agreement: 'paris-2024',
    marking: eventMarking({
      grading: { scheme: 'europol-4x4', source: 'A', information: '1' },
      releasableTo: everyone,
      legalBasis: arrangement,
    }),
    objects: [drone, stadium, observation('drone-seen', droneAt, 2, [stadium])],
  },
  {
    key: 'fr-daily-1130',
    originator: 'fr',
    author: 'watch-officer',
    desk: 'watch',
    language: 'fr',
    at: dailyAt,
    title: 'Point de sécurité générale de 11 h 30, 31 juillet',
    summary: prose(`
      Nuit calme sur l’ensemble des sites. Affluence forte attendue à l’Arena Paris Sud de 17 h à 23 h. Vols
      à la tire en hausse sur la ligne 6 ; équipages mixtes renforcés. Trois fausses alertes aux colis,
      levées en moins de vingt minutes. Aucune atteinte à un ressortissant marocain ou espagnol signalée.`),
    agreement: 'paris-2024',
    marking: eventMarking({ field: 'public-order', releasableTo: everyone, legalBasis: arrangement }),
    objects: [daily, note('daily-31', dailyAt, 'Affluence forte de 17 h à 23 h.', [daily])],
  },
  {
    key: 'fr-semifinal-marseille',
    originator: 'fr',
    author: 'operation-commander',
    desk: 'event',
    language: 'fr',
    at: semifinalAt,
    title: 'Demi-finale Maroc – Espagne, Marseille, 5 août à 18 h : dispositif d’ordre public',
    summary: prose(`
      Ouverture des portes à 15 h. Cheminements séparés pour les deux publics depuis le rond-point du Prado
      et Sainte-Marguerite. Deux équipages mixtes franco-marocains et deux franco-espagnols au contact des
      supporters. Nous attendons de chaque partenaire l’estimation des déplacements et le nom du chef
      d’équipe avant le 4 août à 12 h.`),
    agreement: 'paris-2024',
    marking: eventMarking({ field: 'public-order', releasableTo: everyone, legalBasis: arrangement }),
    objects: [marseille, semifinal, relationship(semifinalAt, semifinal, 'related-to', marseille)],
    factSource: 'calendrier officiel de Paris 2024 (heure et lieu)',
  },
  {
    key: 'fr-lost-accreditation',
    originator: 'fr',
    author: 'liaison-officer',
    desk: 'national',
    language: 'fr',
    at: '2024-08-06T16:05:00.000Z',
    title: 'Accréditation perdue d’un membre de la délégation marocaine',
    summary: prose(`
      Un kinésithérapeute de la délégation a déclaré la perte de son accréditation dans le RER B, le 6 août
      vers 13 h. La carte est désactivée depuis 14 h 10. Personne entendue comme victime ; aucune suspicion.
      Merci d’aviser le chef de délégation : le duplicata est à retirer au centre d’accréditation, pièce
      d’identité à l’appui.`),
    agreement: 'fr-ma',
    marking: personMarking({
      field: 'document-fraud',
      purpose: 'prevention',
      personCategories: ['victim'],
      releasableTo: ['fr', 'ma'],
      legalBasis: franceMorocco,
    }),
    objects: [
      incident(
        'accreditation',
        '2024-08-06T16:05:00.000Z',
        'Perte d’une accréditation',
        'Carte désactivée une heure et dix minutes après la perte.',
      ),
    ],
  },
];
