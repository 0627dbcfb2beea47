/** What partners are asked for a visitor risk analysis: the text that a planner begins with. */
import type { Language, Words } from '../../../kernel/faults.ts';
import type { Day } from '../../../kernel/time.ts';
import { dayIn, fill } from './fact-words.ts';
import type { VisitorMilestone } from './visitor-contract.ts';

const titles: Words = {
  ar: 'تحليل مخاطر الزوار — {event}',
  fr: 'Analyse de risque visiteurs — {event}',
  en: 'Visitor risk analysis — {event}',
};

const openings: Readonly<Record<VisitorMilestone, Words>> = {
  't-8-weeks': {
    ar: 'نعدّ لتأمين «{event}» (من {first} إلى {last}). نرجو موافاتنا قبل {due} بأول تحليل للمخاطر المتعلقة بمن سيسافرون من بلدكم:',
    fr: 'Nous préparons la sécurité de l’événement « {event} » (du {first} au {last}). Merci de nous adresser d’ici au {due} une première analyse concernant les visiteurs venant de votre pays :',
    en: 'We prepare the security of {event} ({first} to {last}). Please send us by {due} a first analysis concerning visitors from your country:',
  },
  't-2-weeks': {
    ar: 'اقترب موعد «{event}» (من {first} إلى {last}). نرجو تحيين تحليلكم قبل {due}، مع ذكر ما تغيّر منذ الأول:',
    fr: 'L’événement « {event} » approche (du {first} au {last}). Merci d’actualiser votre analyse d’ici au {due}, en indiquant ce qui a changé depuis la première :',
    en: '{event} is near ({first} to {last}). Please bring your analysis up to date by {due}, saying what has changed since the first:',
  },
};

const questions: Words = {
  ar:
    '1. كم يُنتظر أن يسافر، ومتى وإلى أي ملاعب، وبأي وسائل نقل.\n' +
    '2. المجموعات المعروفة لديكم بأعمال عنف في الملاعب: حجمها وعاداتها في التنقل، دون أسماء أشخاص.\n' +
    '3. التوترات مع جماهير أخرى، من جانب الحشود فقط.\n' +
    '4. التهديدات على وفدكم أو على أماكن تجمّع مواطنيكم، مع درجة المصدر والمعلومة.\n' +
    '5. الضباط الذين يمكنكم إيفادهم: الاختصاص واللغات والملاعب.\n' +
    '6. نقطة الاتصال ليلاً ونهاراً خلال التظاهرة.\n\n' +
    'لا نطلب آراء أحد ولا انتماءاته، ولا معطيات عن أشخاص بعينهم: إن ' +
    'دعت الحاجة فليكن ذلك بطلب مستقل يبيّن غرضه وسنده القانوني.',
  fr:
    '1. Nombre attendu, dates, sites, moyens de transport.\n' +
    '2. Groupes connus de vous pour des violences dans les stades : ' +
    'importance, habitudes de déplacement, sans nom de personne.\n' +
    '3. Tensions avec d’autres publics, sous le seul aspect de la foule.\n' +
    '4. Menaces visant votre délégation ou les lieux où se retrouvent vos ' +
    'ressortissants, avec la cotation de la source et du renseignement.\n' +
    '5. Officiers que vous pourriez envoyer : spécialité, langues, sites.\n' +
    '6. Point de contact joignable jour et nuit pendant l’événement.\n\n' +
    'Nous ne demandons ni opinions, ni appartenances, ni données sur des personnes : si nécessaire, ' +
    'elles feront l’objet d’une demande distincte, avec sa finalité et sa base juridique.',
  en:
    '1. How many are expected, when, at which venues, by which transport.\n' +
    '2. Groups known to you for violence in stadiums: size and ' +
    'travelling habits, without names of persons.\n' +
    '3. Tension with other spectators, as a crowd matter only.\n' +
    '4. Threats to your delegation or to places where your citizens ' +
    'gather, with the grade of source and information.\n' +
    '5. Officers that you could send: specialty, languages, venues.\n' +
    '6. A contact who can be reached day and night during the event.\n\n' +
    'We do not ask for opinions, affiliations or data on persons: where needed these are ' +
    'asked for in a request of their own, with its purpose and legal basis.',
};

/** Title and text of the analysis in one language. */
export const visitorText = (
  language: Language,
  given: {
    readonly milestone: VisitorMilestone;
    readonly event: string;
    readonly first: Day;
    readonly last: Day;
    readonly due: Day;
  },
): { readonly title: string; readonly summary: string } => {
  const { milestone, event } = given;
  const day = (of: Day): string => dayIn(of, language);
  const values = { event, first: day(given.first), last: day(given.last), due: day(given.due) };
  return {
    title: fill(titles[language], values, language),
    summary: `${fill(openings[milestone][language], values, language)}\n\n${questions[language]}`,
  };
};
