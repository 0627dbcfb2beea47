import { defineWords } from '../../kit/define-words.ts';

export const exchangeWords = defineWords({
  inbox: { ar: 'الوارد', fr: 'Reçues', en: 'Inbox' },
  drafts: { ar: 'المسودات', fr: 'Brouillons', en: 'Drafts' },
  'to-release': { ar: 'في انتظار الإذن', fr: 'À autoriser', en: 'To release' },
  sent: { ar: 'الصادر', fr: 'Envoyées', en: 'Sent' },
  returned: { ar: 'معادة للتصحيح', fr: 'Renvoyées', en: 'Returned' },
  'teach-inbox': {
    ar: 'المعلومات الواردة من الأجهزة الشريكة إلى مكتبك. تظهر فور وصولها.',
    fr: 'Informations reçues des services partenaires pour votre bureau. Elles apparaissent dès leur arrivée.',
    en: 'What partner services sent to your desk. It appears as it arrives.',
  },
  'teach-drafts': {
    ar: 'معلومات قيد التحرير، لا يراها أحد خارج الجهاز.',
    fr: 'Informations en cours de rédaction ; rien n’est visible hors du service.',
    en: 'What is being written; nobody outside the service sees it.',
  },
  'teach-to-release': {
    ar: 'اقترحها محرّروها، وتنتظر إذن نقطة الاتصال الوطنية قبل أن تغادر البلد.',
    fr: 'Proposées par leurs rédacteurs ; elles attendent l’autorisation du point de contact national.',
    en: 'Proposed by their authors; they wait for the national contact point before they leave the country.',
  },
  'teach-sent': {
    ar: 'معلومات أُرسلت إلى الشركاء، مع إشعارات التوصّل والاطلاع.',
    fr: 'Informations transmises aux partenaires, avec accusés de réception et de lecture.',
    en: 'What went to partners, with receipts of arrival and reading.',
  },
  'teach-returned': {
    ar: 'أعادتها نقطة الاتصال مع بيان السبب. صحّحها ثم اقترحها من جديد.',
    fr: 'Renvoyées par le point de contact avec le motif. Corrigez puis proposez de nouveau.',
    en: 'Sent back by the contact point with the reason. Correct and propose again.',
  },
  'empty-inbox': { ar: 'لا شيء في الوارد', fr: 'Aucune information reçue', en: 'Nothing has arrived' },
  'empty-drafts': { ar: 'لا مسودات', fr: 'Aucun brouillon', en: 'No drafts' },
  'empty-to-release': {
    ar: 'لا شيء ينتظر الإذن بالإرسال',
    fr: 'Rien à autoriser',
    en: 'Nothing waits for release',
  },
  'empty-sent': { ar: 'لم تُرسل أي معلومة بعد', fr: 'Rien n’a encore été envoyé', en: 'Nothing sent yet' },
  'empty-returned': {
    ar: 'لا معلومات معادة للتصحيح',
    fr: 'Rien n’a été renvoyé',
    en: 'Nothing was returned',
  },
  emptyTeach: {
    ar: 'لإرسال معلومة: حرّرها، ثم اقترحها، فتأذن نقطة الاتصال الوطنية بإرسالها، فتصل إلى الشريك فوراً.',
    fr: 'Pour transmettre : rédigez, proposez ; le point de contact national autorise et le partenaire reçoit aussitôt.',
    en: 'To send: write it, propose it; the national contact point releases it, and the partner has it at once.',
  },
  emptyFiltered: {
    ar: 'لا شيء يطابق التصفية',
    fr: 'Rien ne correspond aux filtres',
    en: 'Nothing matches the filters',
  },
  emptyFilteredTeach: {
    ar: 'وسّع الفترة أو احذف أحد الشروط.',
    fr: 'Élargissez la période ou retirez un critère.',
    en: 'Widen the dates or remove a condition.',
  },
  compose: { ar: 'تحرير معلومة', fr: 'Rédiger une information', en: 'Compose' },
  import: { ar: 'استيراد STIX', fr: 'Importer du STIX', en: 'Import STIX' },
  count: {
    ar: '{count, plural, zero {لا معلومات} one {معلومة واحدة} two {معلومتان} few {# معلومات} many {# معلومة} other {# معلومة}}',
    fr: '{count, plural, =0 {Aucune information} one {# information} other {# informations}}',
    en: '{count, plural, =0 {No items} one {# item} other {# items}}',
  },
  arrived: {
    ar: '{count, plural, zero {لا جديد} one {وصلت معلومة جديدة} two {وصلت معلومتان جديدتان} few {وصلت # معلومات جديدة} many {وصلت # معلومة جديدة} other {وصلت # معلومة جديدة}}',
    fr: '{count, plural, =0 {Rien de nouveau} one {# nouvelle information} other {# nouvelles informations}}',
    en: '{count, plural, =0 {Nothing new} one {# new item arrived} other {# new items arrived}}',
  },
  filters: { ar: 'التصفية', fr: 'Filtres', en: 'Filters' },
  filtersSet: {
    ar: 'التصفية ({count, plural, zero {دون شرط} one {شرط واحد} two {شرطان} few {# شروط} many {# شرطاً} other {# شرط}})',
    fr: 'Filtres ({count, plural, =0 {aucun} one {# critère} other {# critères}})',
    en: 'Filters ({count, plural, =0 {none} one {# set} other {# set}})',
  },
  clear: { ar: 'حذف الشروط', fr: 'Effacer les filtres', en: 'Clear the filters' },
  any: { ar: 'الكل', fr: 'Tous', en: 'Any' },
  title: { ar: 'الموضوع', fr: 'Objet', en: 'Title' },
  party: { ar: 'الجهاز', fr: 'Service', en: 'Service' },
  desk: { ar: 'المكتب', fr: 'Bureau', en: 'Desk' },
  marking: { ar: 'الوسم', fr: 'Marquage', en: 'Marking' },
  received: { ar: 'تاريخ الوصول', fr: 'Reçue le', en: 'Received' },
  changed: { ar: 'آخر تعديل', fr: 'Modifiée le', en: 'Changed' },
  released: { ar: 'تاريخ الإرسال', fr: 'Envoyée le', en: 'Released' },
  from: { ar: 'من تاريخ', fr: 'Du', en: 'From' },
  to: { ar: 'إلى تاريخ', fr: 'Au', en: 'To' },
  unread: { ar: 'غير المقروءة فقط', fr: 'Non lues seulement', en: 'Unread only' },
  new: { ar: 'جديدة', fr: 'Nouvelle', en: 'New' },
  'state-draft': { ar: 'مسودة', fr: 'Brouillon', en: 'Draft' },
  'state-proposed': { ar: 'مقترحة للإرسال', fr: 'Proposée', en: 'Proposed' },
  'state-returned': { ar: 'معادة للتصحيح', fr: 'Renvoyée', en: 'Returned' },
  'state-released': { ar: 'مُرسَلة', fr: 'Envoyée', en: 'Released' },
  'state-received': { ar: 'واردة', fr: 'Reçue', en: 'Received' },
});

export const languageWords = defineWords({
  ar: { ar: 'العربية', fr: 'arabe', en: 'Arabic' },
  fr: { ar: 'الفرنسية', fr: 'français', en: 'French' },
  en: { ar: 'الإنجليزية', fr: 'anglais', en: 'English' },
});
