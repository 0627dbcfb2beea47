import { defineWords } from '../../kit/define-words.ts';

/** What an event is missing, beside the ask that would fill it. */
export const missingWords = defineWords({
  title: {
    ar: 'ما ينقص التظاهرة',
    fr: 'Ce qui manque à l’événement',
    en: 'What the event is missing',
  },
  teach: {
    ar: 'لا يُحسب إلا من يتوفر على ما يشترطه المركز من لغات وصلاحيات ومهارات. العدد مأخوذ من الذروة، دون حساب الراحة وساعات العمل والتنقل: جدول الخدمة يبيّن ما يبقى شاغراً، فارفع العدد بحسبه.',
    fr: 'Seuls comptent ceux qui ont les langues, pouvoirs et compétences voulus. Le nombre vient de la pointe, sans compter repos, heures ni trajets : le tableau de service montre ce qui reste vacant, augmentez-le en conséquence.',
    en: 'Only those count who have the languages, powers and skills wanted. The number comes from the peak and leaves out rest, hours and travel: the roster shows what stays empty, raise it accordingly.',
  },
  roster: {
    ar: 'افتح جدول خدمة هذه التظاهرة',
    fr: 'Ouvrir le tableau de service de cet événement',
    en: 'Open the roster of this event',
  },
  nothing: {
    ar: 'لا مراكز مقبلة في هذه التظاهرة بعد.',
    fr: 'Aucun poste à venir n’est encore défini pour cet événement.',
    en: 'This event has no posts ahead yet.',
  },
  allAsked: {
    ar: 'كل ما ينقص مطلوب من الشركاء سلفاً.',
    fr: 'Tout ce qui manque est déjà demandé à des partenaires.',
    en: 'All that is missing is asked of partners already.',
  },
  take: { ar: 'أخذ ما ينقص بنوداً', fr: 'Reprendre ce qui manque', en: 'Take what is missing' },
  taken: {
    ar: 'صارت البنود هي ما ينقص. راجعها قبل الحفظ.',
    fr: 'Les lignes reprennent ce qui manque. Relisez-les avant d’enregistrer.',
    en: 'The lines are now what is missing. Read them before you save.',
  },
  takenInPart: {
    ar: 'أُخذ {taken} من {all} بنداً، وهو الأقصى في طلب واحد. اطلب الباقي في طلب آخر.',
    fr: '{taken} lignes sur {all} sont reprises : c’est le maximum d’une demande. Le reste fera l’objet d’une autre.',
    en: '{taken} of {all} lines were taken, the most that one ask has room for. Ask for the rest in another.',
  },
  missing: { ar: 'الناقص', fr: 'Manquants', en: 'Missing' },
  worstDay: { ar: 'أصعب يوم', fr: 'Jour le plus tendu', en: 'Worst day' },
  peak: {
    ar: 'مطلوب في آن واحد: {number}',
    fr: '{number} à la fois',
    en: '{number} at once',
  },
  there: { ar: 'الحاضرون ذلك اليوم', fr: 'Présents ce jour-là', en: 'There that day' },
  own: { ar: 'من ضباطنا: {number}', fr: '{number} de chez nous', en: '{number} of our own' },
  accepted: {
    ar: 'مقبولون من الشركاء: {number}',
    fr: '{number} de partenaires',
    en: '{number} of partners',
  },
  unfit: {
    ar: 'لا يستوفون الشروط: {number}',
    fr: '{number} sans ce qui est voulu',
    en: '{number} without what is wanted',
  },
  asked: { ar: 'مطلوب سلفاً', fr: 'Déjà demandés', en: 'Asked already' },
  where: { ar: 'أكثر الأماكن طلباً', fr: 'Lieux principaux', en: 'Mostly at' },
  sets: {
    ar: '{count, plural, zero {بلا شروط أخرى} one {بشروط واحدة} two {بشروط من نوعين} few {بشروط من # أنواع} many {بشروط من # نوعاً} other {بشروط من # نوع}}',
    fr: '{count, plural, one {# profil voulu} other {# profils voulus}}',
    en: '{count, plural, one {# profile wanted} other {# profiles wanted}}',
  },
  plain: { ar: 'بلا شروط أخرى', fr: 'Sans autre exigence', en: 'Nothing else wanted' },
});
