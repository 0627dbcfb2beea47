/**
 * The library of hazards: what can go wrong, in the words of those who plan, and what to look at for each.
 * A further hazard is a further entry here; nothing else has to change. Pure.
 *
 * A hazard is what may happen at a place, never a trait of people. `protest` is looked at as a crowd matter
 * only: how many, which way, at what hour, which exits. What anybody thinks or demonstrates for is not
 * asked, not written and not kept.
 */
import type { Words } from '../../../kernel/faults.ts';

/** One hazard: its name, what it means here, and what whoever assesses it looks at. */
interface Hazard {
  readonly name: Words;
  readonly meaning: Words;
  readonly lookAt: readonly Words[];
}

const library = {
  crowd: {
    name: { ar: 'الحشود', fr: 'Foule', en: 'Crowd' },
    meaning: {
      ar: 'تدافع أو اختناق عند الدخول أو الخروج أو داخل المكان.',
      fr: 'Bousculade ou écrasement à l’entrée, à la sortie ou à l’intérieur.',
      en: 'Crush or surge on the way in, on the way out or inside.',
    },
    lookAt: [
      {
        ar: 'العدد المتوقع مقارنةً بالسعة، وبسعة المداخل في الساعة',
        fr: 'Affluence attendue, rapportée à la jauge et au débit horaire des accès',
        en: 'Expected numbers against capacity, and against what the gates take in an hour',
      },
      {
        ar: 'المخارج وطرق الإجلاء، وما يغلق منها',
        fr: 'Issues et cheminements d’évacuation, et ceux qui seront fermés',
        en: 'Exits and ways of evacuation, and which of them will be shut',
      },
      {
        ar: 'تزامن الخروج مع دخول الحصة التالية',
        fr: 'Sortie d’une session pendant l’entrée de la suivante',
        en: 'One session leaving while the next comes in',
      },
    ],
  },
  terrorism: {
    name: { ar: 'الإرهاب', fr: 'Terrorisme', en: 'Terrorism' },
    meaning: {
      ar: 'عمل إرهابي يستهدف المكان أو من فيه.',
      fr: 'Acte terroriste visant le lieu ou ceux qui s’y trouvent.',
      en: 'A terrorist act against the place or those in it.',
    },
    lookAt: [
      {
        ar: 'مستوى التهديد المعلن وما ورد من الشركاء، بدرجته',
        fr: 'Niveau de menace en vigueur et renseignements des partenaires, avec leur cotation',
        en: 'The threat level in force and what partners have given, as they graded it',
      },
      {
        ar: 'رمزية المكان والمناسبة، والبث المباشر',
        fr: 'Portée symbolique du lieu et du moment, retransmission en direct',
        en: 'What place and moment stand for, and whether it is broadcast live',
      },
      {
        ar: 'المسافة بين الطريق والجمهور، والحواجز في وجه المركبات',
        fr: 'Distance entre la chaussée et le public, obstacles anti-véhicules',
        en: 'Distance between road and public, barriers against vehicles',
      },
    ],
  },
  drone: {
    name: { ar: 'الطائرات المسيّرة', fr: 'Drones', en: 'Drones' },
    meaning: {
      ar: 'تحليق طائرة مسيّرة فوق الجمهور دون إذن.',
      fr: 'Survol non autorisé du public par un drone.',
      en: 'A drone over the public without leave.',
    },
    lookAt: [
      {
        ar: 'مكان مكشوف أو مسقوف',
        fr: 'Enceinte ouverte ou couverte',
        en: 'Open to the sky or roofed',
      },
      {
        ar: 'منطقة الحظر الجوي وساعاتها، والطيران المرخص للبث',
        fr: 'Zone d’interdiction de survol et ses horaires, vols autorisés pour la retransmission',
        en: 'The no-fly zone and its hours, flights allowed for broadcasting',
      },
      {
        ar: 'أماكن الإقلاع الممكنة حول المكان',
        fr: 'Points de décollage possibles aux alentours',
        en: 'Where one could start from nearby',
      },
    ],
  },
  cyber: {
    name: { ar: 'الهجمات السيبرانية', fr: 'Cyberattaque', en: 'Cyber attack' },
    meaning: {
      ar: 'تعطيل التذاكر أو الشاشات أو الطاقة أو الاتصالات في المكان.',
      fr: 'Mise hors service de la billetterie, des écrans, de l’énergie ou des transmissions du site.',
      en: 'Ticketing, screens, power or communications of the place put out of action.',
    },
    lookAt: [
      {
        ar: 'ما يتوقف عليه الدخول: التذاكر الرقمية وقارئاتها',
        fr: 'Ce dont l’accès dépend : billets dématérialisés et lecteurs',
        en: 'What entry depends on: digital tickets and their readers',
      },
      {
        ar: 'العمل اليدوي البديل، وهل جُرّب',
        fr: 'Mode dégradé manuel, et s’il a été éprouvé',
        en: 'Working by hand instead, and whether it was tried',
      },
      {
        ar: 'الحوادث المبلغ عنها على المنظم ومورديه',
        fr: 'Incidents signalés chez l’organisateur et ses prestataires',
        en: 'Incidents reported at the organiser and his suppliers',
      },
    ],
  },
  crime: {
    name: { ar: 'الإجرام', fr: 'Délinquance', en: 'Crime' },
    meaning: {
      ar: 'سرقة ونشل وعنف وبيع تذاكر مزورة حول المكان.',
      fr: 'Vols, pickpockets, violences et faux billets aux abords.',
      en: 'Theft, pickpockets, violence and false tickets around the place.',
    },
    lookAt: [
      {
        ar: 'ما سُجّل في الحصص المماثلة وفي الحي',
        fr: 'Faits constatés lors de sessions comparables et dans le quartier',
        en: 'What was recorded at sessions like this one and in the quarter',
      },
      {
        ar: 'الطريق بين المحطة والأبواب، والإنارة عند الخروج ليلاً',
        fr: 'Dernier kilomètre depuis la station, éclairage aux sorties de nuit',
        en: 'The last kilometre from the station, lighting where people leave at night',
      },
      {
        ar: 'المعدات الثمينة: الأسلحة الرياضية والخيول والمنصات',
        fr: 'Matériel de valeur : armes de compétition, chevaux, régies',
        en: 'What is worth taking: competition weapons, horses, control rooms',
      },
    ],
  },
  protest: {
    name: {
      ar: 'تجمّع قريب (من جانب الحشود فقط)',
      fr: 'Rassemblement à proximité (aspect foule seulement)',
      en: 'Gathering nearby (as a crowd only)',
    },
    meaning: {
      ar: 'تجمّع قريب يغيّر حركة الجمهور. يُنظر إلى العدد والمسار والساعة، لا إلى ما يراه الناس.',
      fr: 'Un rassemblement voisin modifie les flux. On regarde le nombre, le parcours et l’heure, jamais les opinions.',
      en: 'A gathering nearby changes how people move. Numbers, way and hour are looked at, never what people think.',
    },
    lookAt: [
      {
        ar: 'العدد المصرح به والمسار والساعة',
        fr: 'Nombre déclaré, parcours, horaires',
        en: 'Declared number, way and hours',
      },
      {
        ar: 'تقاطع المسار مع طرق الجمهور والنجدة',
        fr: 'Croisement du parcours avec les flux du public et les voies de secours',
        en: 'Where its way crosses that of the public and of rescue',
      },
      {
        ar: 'حق التجمّع: كيف يبقى ممكناً في أمان',
        fr: 'Liberté de réunion : comment elle reste possible en sécurité',
        en: 'The right to assemble: how it stays possible in safety',
      },
    ],
  },
  weather: {
    name: { ar: 'الطقس', fr: 'Météo', en: 'Weather' },
    meaning: {
      ar: 'حرّ أو عاصفة أو فيضان يعرّض الجمهور للخطر.',
      fr: 'Canicule, orage, vent ou crue mettant le public en danger.',
      en: 'Heat, storm, wind or flood that endangers the public.',
    },
    lookAt: [
      {
        ar: 'الحرارة المتوقعة وساعات الانتظار تحت الشمس',
        fr: 'Température prévue et attente en plein soleil',
        en: 'Expected heat, and how long people queue in the sun',
      },
      {
        ar: 'المنشآت المؤقتة وحدّها من الريح',
        fr: 'Structures temporaires et leur limite au vent',
        en: 'Temporary structures and how much wind they bear',
      },
      {
        ar: 'من يقرر التوقف ومتى، وأين يحتمي الناس',
        fr: 'Qui décide l’arrêt et quand, où le public s’abrite',
        en: 'Who decides to stop and when, and where people find shelter',
      },
    ],
  },
  medical: {
    name: { ar: 'الطوارئ الصحية', fr: 'Urgence sanitaire', en: 'Medical' },
    meaning: {
      ar: 'إصابات أو حالات كثيرة تفوق طاقة الإسعاف في المكان.',
      fr: 'Blessés ou malades en nombre, au-delà des moyens du site.',
      en: 'More injured or ill than the place can look after.',
    },
    lookAt: [
      {
        ar: 'وسائل الإسعاف مقارنةً بالعدد المتوقع',
        fr: 'Moyens de secours rapportés à l’affluence',
        en: 'Rescue on the spot against expected numbers',
      },
      {
        ar: 'طريق سيارات الإسعاف والمستشفى الأقرب',
        fr: 'Accès des ambulances et hôpital le plus proche',
        en: 'The way of ambulances and the nearest hospital',
      },
      {
        ar: 'جمهور يحتاج إلى مساعدة: أطفال ومسنون وذوو إعاقة',
        fr: 'Publics à assister : enfants, personnes âgées ou handicapées',
        en: 'People who need help: children, the old, the disabled',
      },
    ],
  },
} as const satisfies Readonly<Record<string, Hazard>>;

/** One of the library's hazards. */
export type HazardName = keyof typeof library;

const isHazard = (name: string): name is HazardName => Object.hasOwn(library, name);

/** The hazards, in the order in which they are looked at. */
export const hazards: readonly HazardName[] = Object.keys(library).filter(isHazard);

/** Their names, meaning and what to look at, in three languages. */
export const hazardWords: Readonly<Record<HazardName, Hazard>> = library;
