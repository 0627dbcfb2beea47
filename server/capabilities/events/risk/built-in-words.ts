/** What the templates that come with the program are called, and why each is as it is. */
import type { Words } from '../../../kernel/faults.ts';

interface Said {
  readonly name: Words;
  readonly why: Words;
}

export const builtInWords = {
  'crowd-venue': {
    name: { ar: 'الحشود في ملعب أو قاعة', fr: 'Foule dans une enceinte', en: 'Crowd at a venue' },
    why: {
      ar: 'الدخول والخروج أخطر لحظتين: حفظ النظام والتفتيش قبل فتح الأبواب، والدوريات حتى المحطة بعد النهاية.',
      fr: 'Entrée et sortie sont les moments critiques : ordre et filtrage avant l’ouverture, patrouilles jusqu’à la station après la fin.',
      en: 'Coming and leaving are the dangerous moments: order and screening before the doors open, patrols to the station after the end.',
    },
  },
  'visitors-venue': {
    name: { ar: 'جمهور من بلدان أخرى', fr: 'Publics étrangers', en: 'Spectators from other countries' },
    why: {
      ar: 'ضباط يتكلمون لغة الجمهور يطمئنون الناس ويفهمونهم قبل أن يكبر الخلاف.',
      fr: 'Des officiers qui parlent la langue du public rassurent et comprennent avant que l’incident ne grossisse.',
      en: 'Officers who speak the language of spectators reassure and understand before an incident grows.',
    },
  },
  'terrorism-venue': {
    name: { ar: 'الإرهاب: ملعب أو قاعة', fr: 'Terrorisme : enceinte', en: 'Terrorism: venue' },
    why: {
      ar: 'تمشيط بالكلاب قبل فتح الأبواب، وتفكيك المتفجرات حاضر طوال الحصص، ودوريات مسلحة حول المكان.',
      fr: 'Levée de doute cynophile avant l’ouverture, démineurs sur place pendant les sessions, patrouilles armées aux abords.',
      en: 'A search by dogs before the doors open, bomb disposal on the spot while sessions last, armed patrols around the place.',
    },
  },
  'drone-venue': {
    name: { ar: 'الطائرات المسيّرة: ملعب أو قاعة', fr: 'Drones : enceinte', en: 'Drones: venue' },
    why: {
      ar: 'رصد من قبل وصول الجمهور إلى أن يغادر.',
      fr: 'Veille du ciel de l’arrivée du public à son départ.',
      en: 'The sky is watched from before spectators come until they have left.',
    },
  },
  'crime-venue': {
    name: {
      ar: 'الإجرام حول ملعب أو قاعة',
      fr: 'Délinquance aux abords d’une enceinte',
      en: 'Crime around a venue',
    },
    why: {
      ar: 'السرقات تقع في الطريق وعند الخروج؛ ومحقق حاضر يتلقى الشكاوى قبل أن يسافر الشهود.',
      fr: 'Les vols ont lieu sur le chemin et à la sortie ; un enquêteur sur place entend les victimes avant leur départ.',
      en: 'Theft happens on the way and on leaving; an investigator hears victims and witnesses before they travel.',
    },
  },
  'cyber-venue': {
    name: { ar: 'الأمن السيبراني: ملعب أو قاعة', fr: 'Cyber : enceinte', en: 'Cyber: venue' },
    why: {
      ar: 'إذا تعطلت التذاكر توقف الدخول: مختص حاضر قبل فتح الأبواب.',
      fr: 'Billetterie en panne, entrées bloquées : un spécialiste est là avant l’ouverture.',
      en: 'When ticketing fails entry stops: a specialist is there before the doors open.',
    },
  },
  'protest-venue': {
    name: {
      ar: 'تجمّع قريب من ملعب أو قاعة',
      fr: 'Rassemblement près d’une enceinte',
      en: 'Gathering near a venue',
    },
    why: {
      ar: 'يُفصل بين المسارين كي يمر الجميع في أمان؛ ضابط اتصال يكلم المنظمين. لا يُسجّل شيء عن المشاركين.',
      fr: 'Séparer les flux pour que chacun passe en sécurité ; un officier parle aux organisateurs. Rien n’est noté des participants.',
      en: 'The two ways are kept apart so that all pass in safety; an officer talks to the organisers. Nothing is noted of who takes part.',
    },
  },
  'weather-venue': {
    name: { ar: 'الحر والعواصف', fr: 'Chaleur et orages', en: 'Heat and storms' },
    why: {
      ar: 'إسعاف إضافي حيث ينتظر الناس تحت الشمس.',
      fr: 'Secours supplémentaires là où l’on attend au soleil.',
      en: 'More medical help where people queue in the sun.',
    },
  },
  'medical-venue': {
    name: { ar: 'الإسعاف في ملعب أو قاعة', fr: 'Secours dans une enceinte', en: 'Medical at a venue' },
    why: {
      ar: 'فرق إسعاف بحسب عدد الجمهور، من فتح الأبواب إلى ما بعد الخروج.',
      fr: 'Équipes de secours selon l’affluence, de l’ouverture des portes à la fin de l’évacuation.',
      en: 'Medical teams by the number of spectators, from doors until they have left.',
    },
  },
  'route-and-ceremony': {
    name: { ar: 'مسار أو حفل', fr: 'Parcours ou cérémonie', en: 'Route or ceremony' },
    why: {
      ar: 'مسار طويل مفتوح: تمشيط قبل المرور، وتأمين التقاطعات، وحماية الوفود، ورصد السماء.',
      fr: 'Long et ouvert : levée de doute avant le passage, carrefours tenus, délégations protégées, ciel surveillé.',
      en: 'Long and open: searched before it is used, crossings held, delegations protected, the sky watched.',
    },
  },
  'fan-zone': {
    name: { ar: 'منطقة المشجعين', fr: 'Fan zone', en: 'Fan zone' },
    why: {
      ar: 'مكان مفتوح يمتلئ مع كل مباراة ويفرغ دفعة واحدة ليلاً.',
      fr: 'Lieu ouvert qui se remplit à chaque match et se vide d’un coup la nuit.',
      en: 'An open place that fills with each match and empties at once at night.',
    },
  },
  'team-hotel': {
    name: {
      ar: 'فندق الفريق أو ملعب التدريب',
      fr: 'Hôtel d’équipe ou site d’entraînement',
      en: 'Team hotel or training site',
    },
    why: {
      ar: 'حضور ليل نهار: الوفد يسهل العثور عليه حين يكون في مكان واحد.',
      fr: 'Présence jour et nuit : une délégation est facile à trouver quand elle est au même endroit.',
      en: 'Someone is there day and night: a delegation is easy to find while it stays in one place.',
    },
  },
  'station-and-airport': {
    name: { ar: 'محطة أو مطار', fr: 'Gare ou aéroport', en: 'Station or airport' },
    why: {
      ar: 'الكل يمر من هنا: دوريات مشتركة، وكشف تزوير الوثائق، وكلاب كشف المتفجرات من أول قطار إلى آخره.',
      fr: 'Tous y passent : patrouilles mixtes, fraude documentaire et équipes cynophiles du premier au dernier train.',
      en: 'Everybody passes here: joint patrols, document fraud and dog teams from the first train to the last.',
    },
  },
} as const satisfies Readonly<Record<string, Said>>;
