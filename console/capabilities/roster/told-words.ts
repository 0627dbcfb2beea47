import { defineWords } from '../../kit/define-words.ts';

/** What units were told, who has read it, and the links by which they read. */
export const toldWords = defineWords({
  teach: {
    ar: 'كل وحدة وما أُبلغت به. من لم يؤكد الاطلاع يظهر أولاً.',
    fr: 'Chaque unité et ce qui lui a été dit. Celles qui n’ont pas confirmé viennent d’abord.',
    en: 'Each unit and what it was told. Those who have not said that they read it come first.',
  },
  none: { ar: 'لم يُنشر جدول بعد', fr: 'Aucun tableau publié', en: 'No roster was published yet' },
  noneTeach: {
    ar: 'بعد النشر تظهر هنا الوحدات وروابطها وتأكيدات الاطلاع.',
    fr: 'Après publication, les unités, leurs liens et leurs confirmations apparaissent ici.',
    en: 'Once one is, units, their links and what they have read appear here.',
  },
  read: { ar: 'اطّلعت في', fr: 'Lu le', en: 'Read' },
  lastRead: { ar: 'آخر تأكيد:', fr: 'Dernière confirmation :', en: 'Last read:' },
  unreadOf: {
    ar: '{count, plural, zero {لا جديد} one {تغيير واحد لم يؤكد الاطلاع عليه} two {تغييران لم يؤكد الاطلاع عليهما} few {# تغييرات لم يؤكد الاطلاع عليها} many {# تغييراً لم يؤكد الاطلاع عليها} other {# تغيير لم يؤكد الاطلاع عليها}}',
    fr: '{count, plural, =0 {rien de nouveau} one {# changement non confirmé} other {# changements non confirmés}}',
    en: '{count, plural, =0 {nothing new} one {# change not read yet} other {# changes not read yet}}',
  },
  unreadCancelled: {
    ar: '{count, plural, zero {لا إلغاء} one {إلغاء واحد لم يؤكد الاطلاع عليه} two {إلغاءان لم يؤكد الاطلاع عليهما} few {# إلغاءات لم يؤكد الاطلاع عليها} many {# إلغاءً لم يؤكد الاطلاع عليها} other {# إلغاء لم يؤكد الاطلاع عليها}}',
    fr: '{count, plural, =0 {aucune annulation} one {# annulation non confirmée} other {# annulations non confirmées}}',
    en: '{count, plural, =0 {no cancellation} one {# cancellation not read yet} other {# cancellations not read yet}}',
  },
  changeUnread: {
    ar: 'لم يؤكد الاطلاع على التغيير',
    fr: 'Changement non confirmé',
    en: 'Change not read yet',
  },
  cancellationUnread: {
    ar: 'لم يؤكد الاطلاع على الإلغاء',
    fr: 'Annulation non confirmée',
    en: 'Cancellation not read yet',
  },
  notYet: { ar: 'لم تؤكد بعد', fr: 'Pas encore confirmé', en: 'Not yet' },
  waiting: {
    ar: '{count, plural, zero {أكدت كل الوحدات الاطلاع} one {وحدة واحدة لم تؤكد الاطلاع} two {وحدتان لم تؤكدا الاطلاع} few {# وحدات لم تؤكد الاطلاع} many {# وحدة لم تؤكد الاطلاع} other {# وحدة لم تؤكد الاطلاع}}',
    fr: '{count, plural, =0 {Toutes les unités ont confirmé} one {# unité n’a pas confirmé} other {# unités n’ont pas confirmé}}',
    en: '{count, plural, =0 {All units have read theirs} one {# unit has not read its duties} other {# units have not read their duties}}',
  },
  alone: { ar: 'معلّقة: بلا ضابط مرافق', fr: 'Suspendu : sans binôme', en: 'Suspended: no host officer' },
  suspendedOf: {
    ar: '{count, plural, zero {لا خدمة معلّقة} one {واحدة معلّقة: بلا مرافق} two {اثنتان معلّقتان: بلا مرافق} few {# معلّقة: بلا مرافق} many {# معلّقة: بلا مرافق} other {# معلّقة: بلا مرافق}}',
    fr: '{count, plural, =0 {aucun suspendu} one {# suspendu : sans binôme} other {# suspendus : sans binôme}}',
    en: '{count, plural, =0 {none suspended} other {# suspended: no host officer}}',
  },
  link: { ar: 'الرابط الشخصي', fr: 'Lien personnel', en: 'Personal link' },
  noLink: { ar: 'لا رابط', fr: 'Aucun', en: 'None' },
  opened: { ar: 'فُتح', fr: 'Ouvert', en: 'Opened' },
  notOpened: { ar: 'لم يُفتح', fr: 'Pas ouvert', en: 'Not opened' },
  make: { ar: 'أنشئ رابطاً', fr: 'Créer un lien', en: 'Make a link' },
  makeAll: {
    ar: 'أنشئ روابط لمن ليس له رابط',
    fr: 'Créer les liens manquants',
    en: 'Make the links that are wanting',
  },
  renew: { ar: 'رابط جديد', fr: 'Renouveler', en: 'Renew' },
  revoke: { ar: 'ألغِ الرابط', fr: 'Révoquer', en: 'Revoke' },
  made: { ar: 'روابط شخصية', fr: 'Liens personnels', en: 'Personal links' },
  madeTeach: {
    ar: 'تظهر هذه الروابط الآن فقط. سلّم كل رابط إلى وحدته وحدها؛ من يحمله يرى خدماتها.',
    fr: 'Ces liens ne s’affichent que maintenant. Remettez chacun à son unité seule : qui le détient voit ses services.',
    en: 'These links are shown this once. Give each to its unit alone: whoever holds it sees its duties.',
  },
  copied: { ar: 'نُسخ الرابط', fr: 'Lien copié', en: 'Copied' },
  copy: { ar: 'انسخ', fr: 'Copier', en: 'Copy' },
  paper: { ar: 'ورقة الخدمة', fr: 'Feuille de service', en: 'Paper' },
  calendar: { ar: 'التقويم', fr: 'Agenda', en: 'Calendar' },
  received: { ar: 'ضباطنا لدى الشركاء', fr: 'Nos officiers chez les partenaires', en: 'Our officers abroad' },
  receivedTeach: {
    ar: 'خدمات ضباطنا كما نشرها الجهاز المضيف.',
    fr: 'Les services de nos officiers, tels que publiés par le pays hôte.',
    en: 'Duties of our officers, as their host published them.',
  },
  noReceived: { ar: 'لا خدمات بعد', fr: 'Aucun service', en: 'No duties yet' },
  noReceivedTeach: {
    ar: 'متى نشر جهاز مضيف جدوله ظهرت هنا خدمات من أوفدناهم إليه.',
    fr: 'Dès qu’un hôte publie son tableau, les services de ceux que nous y avons envoyés apparaissent ici.',
    en: 'Once a host publishes its roster, the duties of those whom we sent there appear here.',
  },
  mine: { ar: 'خدماتي', fr: 'Mes services', en: 'My duties' },
  mineTeach: {
    ar: 'خدماتك، وخدمات من ترافقه.',
    fr: 'Vos services, et ceux de l’officier que vous accompagnez.',
    en: 'Your duties, and those of the officer beside whom you stand.',
  },
  noMine: { ar: 'لا خدمة لك بعد', fr: 'Aucun service prévu', en: 'No duties yet' },
  noMineTeach: {
    ar: 'تظهر خدماتك هنا متى نُشر الجدول.',
    fr: 'Ils s’afficheront ici dès la publication du tableau.',
    en: 'They appear here once the roster is published.',
  },
  cancelled: { ar: 'ملغاة', fr: 'Annulé', en: 'Cancelled' },
  host: { ar: 'الضابط المرافق', fr: 'Binôme', en: 'Host officer' },
  officer: { ar: 'الضابط', fr: 'Officier', en: 'Officer' },
});
