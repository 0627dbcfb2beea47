/** Requests of the demo world, and how far each has come. Persons and numbers are invented. */
import type { Ask, StepDraft } from '../../server/capabilities/requests/index.ts';
import type { Role } from '../../server/kernel/decision.ts';
import type { Language } from '../../server/kernel/faults.ts';
import { eventMarking } from './markings.ts';
import { account, identity, place, type StixObject } from './stix-objects.ts';
import type { NodeKey, ScenarioMarking } from './world.ts';

const arrangement = 'Arrangement technique Paris 2024 (texte de démonstration), demandes d’information';
const at = '2024-08-01T09:00:00.000Z';

/** What one side says to the other, once the request stands as named at the node that says it. */
export interface ScenarioStep {
  readonly addressee: NodeKey;
  readonly by: 'requester' | 'addressee';
  readonly role: Role;
  readonly when: string;
  readonly said: StepDraft;
}

export interface ScenarioRequest {
  readonly key: string;
  readonly from: NodeKey;
  readonly to: readonly NodeKey[];
  readonly language: Language;
  readonly title: string;
  readonly question: string;
  readonly ask: Ask;
  readonly marking: ScenarioMarking;
  readonly objects: readonly StixObject[];
  /** How far the item comes: what is not released waits for someone. */
  readonly until: 'draft' | 'proposed' | 'released';
  readonly steps: readonly ScenarioStep[];
}

const marking = (from: NodeKey, to: readonly NodeKey[]): ScenarioMarking =>
  eventMarking({ releasableTo: [from, ...to], legalBasis: arrangement });

const grade = { scheme: 'admiralty', source: 'B', information: '2' } as const;

const say = (addressee: NodeKey, by: ScenarioStep['by'], when: string, said: StepDraft): ScenarioStep => ({
  addressee,
  by,
  role: 'liaison-officer',
  when,
  said,
});

export const requests: readonly ScenarioRequest[] = [
  {
    key: 'ma-hotel',
    from: 'ma',
    to: ['fr', 'es'],
    language: 'ar',
    title: 'من حجز أربع غرف في فندق لا ليزيير ليلة نصف النهائي؟',
    question:
      'نرجو بيان من حجز أربع غرف في الفندق ليلة مباراة نصف النهائي، وكيف دُفع ثمنها، ' +
      'وهل ورد اسم الشركة الحاجزة لديكم في قضية من قضايا بيع التذاكر.',
    ask: {
      urgency: 'urgent-indirect',
      urgencyReason: 'تُجرى المباراة بعد خمسة أيام.',
      known: 'بلّغ موظف في وكالة أسفار بالدار البيضاء عن الحجز؛ الاسم المذكور اسم شركة لا شخص.',
      knownGrading: grade,
      answerLanguages: ['fr', 'ar'],
    },
    marking: marking('ma', ['fr', 'es']),
    objects: [
      identity(
        'agency-nakhil',
        at,
        'Nakhil Voyages (société inventée)',
        'organization',
        'Agence de voyages.',
      ),
      place('hotel-lisiere', at, 'Hôtel de la Lisière, Marseille', 'FR', [43.2965, 5.3698]),
    ],
    until: 'released',
    steps: [
      say('fr', 'addressee', 'received', { kind: 'accepted', text: 'Nous interrogeons l’établissement.' }),
      say('fr', 'addressee', 'accepted', {
        kind: 'clarification-asked',
        text: 'S’agit-il de la nuit du 5 au 6 août ou de celle du 6 au 7 ?',
      }),
      say('es', 'addressee', 'received', {
        kind: 'refused',
        ground: 'current-investigation',
        text: 'Investigación abierta sobre la reventa de entradas.',
      }),
    ],
  },
  {
    key: 'fr-account',
    from: 'fr',
    to: ['ma'],
    language: 'fr',
    title: 'Compte de messagerie qui propose des accréditations',
    question:
      'Le compte ci-dessous propose des accréditations de presse à des supporters. ' +
      'Est-il connu de vos services, et la ligne qui l’a ouvert est-elle marocaine ?',
    ask: {
      urgency: 'urgent',
      urgencyReason: 'Des rendez-vous sont annoncés pour ce soir devant le stade.',
      known: 'Trois captures d’écran remises par un supporter ; prix demandé : 300 euros.',
      knownGrading: { scheme: 'admiralty', source: 'C', information: '3' },
      answerLanguages: ['fr', 'ar'],
    },
    marking: marking('fr', ['ma']),
    objects: [account('telegram', 'accred_paris_2024_demo')],
    until: 'released',
    steps: [],
  },
  {
    key: 'es-coach',
    from: 'es',
    to: ['fr', 'ma'],
    language: 'en',
    title: 'Coach firm that carries supporters to Marseille',
    question: 'Has this firm been checked at your border in the last month, and were its drivers in order?',
    ask: {
      urgency: 'ordinary',
      urgencyReason: '',
      known: 'Six coaches are announced for the semi-final.',
      knownGrading: grade,
      answerLanguages: ['en', 'fr'],
    },
    marking: marking('es', ['fr', 'ma']),
    objects: [
      identity(
        'coaches-azahar',
        at,
        'Autocares Azahar (invented firm)',
        'organization',
        'Coach firm, Valencia.',
      ),
    ],
    until: 'released',
    steps: [say('fr', 'addressee', 'received', { kind: 'no-record', text: 'Aucun contrôle enregistré.' })],
  },
  {
    key: 'es-number',
    from: 'es',
    to: ['ma'],
    language: 'en',
    title: 'Subscriber of a Moroccan number',
    question: 'Who subscribed to this number, and since when?',
    ask: {
      urgency: 'ordinary',
      urgencyReason: '',
      known: '',
      knownGrading: null,
      answerLanguages: ['en', 'ar'],
    },
    marking: marking('es', ['ma']),
    objects: [account('phone', '+212600000042')],
    until: 'released',
    steps: [say('ma', 'addressee', 'received', { kind: 'accepted', text: '' })],
  },
  {
    key: 'ma-list',
    from: 'ma',
    to: ['fr'],
    language: 'ar',
    title: 'المشجعون الممنوعون من الملاعب',
    question: 'نرجو موافاتنا بعدد المشجعين الممنوعين من دخول الملاعب الذين يُحتمل سفرهم إلى مرسيليا.',
    ask: {
      urgency: 'ordinary',
      urgencyReason: '',
      known: '',
      knownGrading: null,
      answerLanguages: ['fr'],
    },
    marking: marking('ma', ['fr']),
    objects: [],
    until: 'proposed',
    steps: [],
  },
  {
    key: 'fr-drone',
    from: 'fr',
    to: ['es'],
    language: 'fr',
    title: 'Revendeur d’un modèle de drone',
    question: 'Ce modèle est-il vendu chez vous sans enregistrement de l’acheteur ?',
    ask: {
      urgency: 'ordinary',
      urgencyReason: '',
      known: 'Un appareil saisi à Saint-Denis porte une étiquette d’un magasin de Barcelone.',
      knownGrading: grade,
      answerLanguages: ['fr', 'en'],
    },
    marking: marking('fr', ['es']),
    objects: [],
    until: 'draft',
    steps: [],
  },
];
