import { defineWords } from '../../../kit/define-words.ts';

/** Naming officers against an accepted offer, and entering one’s own. */
export const namingWords = defineWords({
  title: { ar: 'تعيين الضباط', fr: 'Désigner des officiers', en: 'Name officers' },
  teach: {
    ar: 'الصق جدولاً من ورقة حساب أو اختر ملفاً. لا يغادر أي اسم قبل أن ترسله نقطة الاتصال.',
    fr: 'Collez un tableau depuis un tableur ou choisissez un fichier. Aucun nom ne part avant que le point de contact ne le transmette.',
    en: 'Paste a table from a spreadsheet or choose a file. No name leaves before the contact point releases it.',
  },
  toRelease: { ar: 'الأسماء وإرسالها', fr: 'Noms et transmission', en: 'Names and their release' },
  importTitle: { ar: 'استيراد ضباطنا', fr: 'Importer nos officiers', en: 'Import our own officers' },
  paste: { ar: 'الصق الجدول هنا', fr: 'Collez le tableau ici', en: 'Paste the table here' },
  pasteHint: {
    ar: 'السطر الأول للعناوين: الاسم باللاتينية، الاسم، الرتبة، التخصص، اللغات، من، إلى، الشهادات…',
    fr: 'Première ligne : les titres — nom, nom arabe, grade, spécialité, langues, du, au, certificats…',
    en: 'First line: the titles — name, name arabic, rank, specialty, languages, from, until, certificates…',
  },
  certificatesHint: {
    ar: 'الشهادات: النوع:الرقم:تاريخ الإصدار:تاريخ الانتهاء، تفصلها «|»',
    fr: 'Certificats : type:numéro:délivrance:échéance, séparés par « | »',
    en: 'Certificates: kind:number:issued:expires, with “|” between them',
  },
  file: { ar: 'أو اختر ملفاً', fr: 'Ou choisissez un fichier', en: 'Or choose a file' },
  read: { ar: 'قراءة الجدول', fr: 'Lire le tableau', en: 'Read the table' },
  row: { ar: 'السطر', fr: 'Ligne', en: 'Row' },
  problems: { ar: 'ما يجب تصحيحه', fr: 'À corriger', en: 'To correct' },
  sound: {
    ar: '{count, plural, zero {لا سطر سليم} one {سطر واحد سليم} two {سطران سليمان} few {# أسطر سليمة} many {# سطراً سليماً} other {# سطر سليم}}',
    fr: '{count, plural, =0 {aucune ligne correcte} one {# ligne correcte} other {# lignes correctes}}',
    en: '{count, plural, =0 {no row is sound} one {# row is sound} other {# rows are sound}}',
  },
  nameLatin: { ar: 'الاسم باللاتينية', fr: 'Nom (latin)', en: 'Name (Latin)' },
  nameArabic: { ar: 'الاسم بالعربية', fr: 'Nom (arabe)', en: 'Name (Arabic)' },
  rank: { ar: 'الرتبة', fr: 'Grade', en: 'Rank' },
  specialty: { ar: 'التخصص', fr: 'Spécialité', en: 'Specialty' },
  languages: { ar: 'اللغات', fr: 'Langues', en: 'Languages' },
  papers: { ar: 'الشهادات', fr: 'Certificats', en: 'Certificates' },
  remove: { ar: 'حذف السطر', fr: 'Retirer la ligne', en: 'Remove the row' },
  purpose: { ar: 'الغرض', fr: 'Finalité', en: 'Purpose' },
  legalBasis: { ar: 'السند القانوني', fr: 'Base juridique', en: 'Legal basis' },
  reviewOn: { ar: 'تاريخ المراجعة', fr: 'Réexamen le', en: 'Reviewed on' },
  eraseOn: { ar: 'تاريخ الحذف', fr: 'Effacement le', en: 'Erased on' },
  keep: {
    ar: '{count, plural, zero {حفظ الأسماء} one {حفظ اسم واحد} two {حفظ اسمين} few {حفظ # أسماء} many {حفظ # اسماً} other {حفظ # اسم}}',
    fr: 'Conserver {count, plural, =0 {les noms} one {# nom} other {# noms}}',
    en: 'Keep {count, plural, =0 {the names} one {# name} other {# names}}',
  },
  kept: {
    ar: 'حُفظت الأسماء؛ تنتظر نقطة الاتصال',
    fr: 'Noms conservés ; ils attendent le point de contact',
    en: 'The names are kept; they wait for the contact point',
  },
  imported: { ar: 'أُضيفوا إلى السجل', fr: 'Inscrits au registre', en: 'They are in the register' },
  release: {
    ar: 'إرسال الأسماء إلى البلد المضيف',
    fr: 'Transmettre au pays hôte',
    en: 'Release the names to the host',
  },
  releaseTeach: {
    ar: 'تغادر هذه الأسماء البلد بإذنك. لا يراها إلا البلد المضيف.',
    fr: 'Ces noms quittent le pays sous votre responsabilité. Seul le pays hôte les verra.',
    en: 'These names leave the country with your release. The host alone will see them.',
  },
  released: { ar: 'أُرسلت الأسماء', fr: 'Noms transmis', en: 'The names are released' },
  releasedOthers: {
    ar: '{count, plural, zero {أُرسلت الأسماء} one {أُرسلت الأسماء، إلا اسماً واحداً كتبته أنت: يأذن به شخص آخر} two {أُرسلت الأسماء، إلا اسمين كتبتهما أنت: يأذن بهما شخص آخر} few {أُرسلت الأسماء، إلا # أسماء كتبتها أنت: يأذن بها شخص آخر} many {أُرسلت الأسماء، إلا # اسماً كتبته أنت: يأذن به شخص آخر} other {أُرسلت الأسماء، إلا # اسم كتبته أنت: يأذن به شخص آخر}}',
    fr: '{count, plural, =0 {Noms transmis} one {Noms transmis, sauf celui que vous avez écrit : une autre personne le transmet} other {Noms transmis, sauf les # que vous avez écrits : une autre personne les transmet}}',
    en: '{count, plural, =0 {The names are released} one {The names are released, but the one that you wrote: another person releases it} other {The names are released, but the # that you wrote: another person releases them}}',
  },
  mended: {
    ar: 'تصحيح لملف أُرسل من قبل',
    fr: 'correction d’une fiche déjà transmise',
    en: 'mends what was sent',
  },
  turnedAway: {
    ar: 'رفضه جهاز الشريك آلياً: صحّح ملفه',
    fr: 'refusé par le nœud du partenaire : corrigez la fiche',
    en: 'refused by the partner’s node: mend it',
  },
  notes: {
    ar: 'حُفظت الأسماء. ما سيجده البلد المضيف ناقصاً في الملفات:',
    fr: 'Les noms sont conservés. Ce que le pays hôte trouvera incomplet :',
    en: 'The names are kept. What the host will find wanting:',
  },
  missing: {
    ar: 'ينقص الملف: {paper}',
    fr: 'absent du dossier : {paper}',
    en: 'missing: {paper}',
  },
  expired: {
    ar: 'صلاحية تنتهي قبل آخر يوم: {paper}',
    fr: 'expire avant le dernier jour : {paper}',
    en: 'expires before the last day: {paper}',
  },
  already: {
    ar: 'مسجَّلون من قبل، فلا يُضافون: {names}',
    fr: 'Déjà au registre, laissés de côté : {names}',
    en: 'In the register already, left out: {names}',
  },
  kinds: { ar: 'الأنواع المعروفة:', fr: 'Types connus :', en: 'Known kinds:' },
  takesPlaceOf: { ar: 'يحل محل {name}', fr: 'prend la place de {name}', en: 'takes the place of {name}' },
  drafts: { ar: 'أسماء لم تُرسل', fr: 'Noms non transmis', en: 'Names that were not released' },
});
