/** Texts of search. */
import { defineWords } from '../../kit/define-words.ts';

export const searchWords = defineWords({
  title: { ar: 'البحث', fr: 'Recherche', en: 'Search' },
  field: { ar: 'ابحث في المعلومات', fr: 'Rechercher une information', en: 'Search the information' },
  go: { ar: 'بحث', fr: 'Rechercher', en: 'Search' },
  clear: { ar: 'مسح', fr: 'Effacer', en: 'Clear' },
  shortcut: { ar: 'الانتقال إلى البحث', fr: 'Aller à la recherche', en: 'Go to search' },
  recent: { ar: 'عمليات بحث سابقة', fr: 'Recherches récentes', en: 'Recent searches' },
  recentTeach: {
    ar: 'تبقى في هذه النافذة وحدها، وتُمحى عند الخروج.',
    fr: 'Conservées dans cet onglet seulement, effacées à la déconnexion.',
    en: 'Kept in this tab alone, and forgotten when you sign out.',
  },
  teachTitle: { ar: 'كيف تبحث', fr: 'Comment chercher', en: 'How to search' },
  teach: {
    ar: 'يشمل البحث عناوين المعلومات ونصوصها وما ورد فيها من أشخاص وأماكن وأرقام ومؤشرات، في حدود ما يُسمح لك بالاطلاع عليه. تُسجَّل كل عملية بحث في سجل التتبع دون الكلمات نفسها.',
    fr: 'La recherche porte sur les titres, les textes, les personnes, les lieux, les numéros et les indicateurs, dans la limite de ce que vous pouvez lire. Chaque recherche est inscrite au journal, sans les mots eux-mêmes.',
    en: 'Titles, texts, persons, places, numbers and indicators are searched, as far as you may read them. Every search is journalled, without the words themselves.',
  },
  'example-words': { ar: 'ضابط باريس', fr: 'camionnette lyon', en: 'van lyon' },
  'teach-words': {
    ar: 'الكلمات كلها، بأي صيغة: المفرد والجمع، بالهمزة والتشكيل أو بدونهما',
    fr: 'tous ces mots, singulier ou pluriel, avec ou sans accents',
    en: 'all of these words, singular or plural, with or without accents',
  },
  'example-phrase': { ar: '"حفل الافتتاح"', fr: '"cérémonie d’ouverture"', en: '"opening ceremony"' },
  'teach-phrase': {
    ar: 'العبارة كما هي، بترتيب كلماتها',
    fr: 'l’expression exacte, dans cet ordre',
    en: 'these exact words in this order',
  },
  'example-name': { ar: 'الحموشي', fr: 'hammouchi', en: 'hammouchi' },
  'teach-name': {
    ar: 'الاسم بالحروف العربية أو اللاتينية: كل كتابة تجد الأخرى',
    fr: 'un nom, en caractères latins ou arabes : chaque graphie trouve l’autre',
    en: 'a name in Latin or Arabic letters: each spelling finds the other',
  },
  'example-without': { ar: 'مخدرات -طنجة', fr: 'stupéfiants -tanger', en: 'drugs -tangier' },
  'teach-without': {
    ar: 'علامة الناقص تستبعد ما ورد فيه هذا اللفظ',
    fr: 'le signe moins écarte ce qui contient le mot',
    en: 'a minus leaves out what holds the word',
  },
  'example-number': { ar: 'AB-123-CD', fr: 'AB-123-CD', en: 'AB-123-CD' },
  'teach-number': {
    ar: 'لوحة أو هاتف أو عنوان IP أو بريد أو بصمة ملف، كيفما كُتب',
    fr: 'plaque, téléphone, adresse IP, courriel ou empreinte, quelle que soit la graphie',
    en: 'a plate, phone, IP address, e-mail or hash, however it is written',
  },
  'example-filter': {
    ar: 'العنوان:باريس الوسم:برتقالي بعد:2026-07',
    fr: 'titre:paris tlp:amber après:2026-07',
    en: 'title:paris tlp:amber after:2026-07',
  },
  'teach-filter': {
    ar: 'في العنوان وحده، بهذا الوسم، منذ هذا الشهر. ومثلها: النوع، الجهاز، المجال، الحالة، قبل',
    fr: 'dans le titre, avec ce marquage, depuis ce mois. De même : type, service, domaine, état, avant',
    en: 'in the title, under this label, since that month. Also: type, from, field, state, before',
  },
  'example-part': { ar: 'متفج*', fr: 'explos*', en: 'explos*' },
  'teach-part': {
    ar: 'كل كلمة تبدأ بهذه الحروف',
    fr: 'les mots qui commencent ainsi',
    en: 'words that begin so',
  },
  count: {
    ar: '{count, plural, zero {لا نتائج} one {نتيجة واحدة} two {نتيجتان} few {# نتائج} many {# نتيجة} other {# نتيجة}}',
    fr: '{count, plural, =0 {Aucun résultat} one {# résultat} other {# résultats}}',
    en: '{count, plural, =0 {No results} one {# result} other {# results}}',
  },
  halfRead: {
    ar: '{count, plural, zero {} one {عنصر كبير واحد ما زال قيد الفهرسة: قد لا يظهر بعض ما فيه بعد.} two {عنصران كبيران ما زالا قيد الفهرسة: قد لا يظهر بعض ما فيهما بعد.} few {# عناصر كبيرة ما زالت قيد الفهرسة: قد لا يظهر بعض ما فيها بعد.} many {# عنصراً كبيراً ما زال قيد الفهرسة: قد لا يظهر بعض ما فيه بعد.} other {# عنصر كبير ما زال قيد الفهرسة: قد لا يظهر بعض ما فيه بعد.}}',
    fr: '{count, plural, one {# information volumineuse est encore en cours d’indexation : une partie de son contenu peut manquer ici.} other {# informations volumineuses sont encore en cours d’indexation : une partie de leur contenu peut manquer ici.}}',
    en: '{count, plural, one {# large item is still being indexed: part of what it holds may be missing here.} other {# large items are still being indexed: part of what they hold may be missing here.}}',
  },
  more: {
    ar: 'هذه نتائج أحدث ما يطابق بحثك؛ وهناك ما هو أقدم. أضف كلمة أو تاريخاً لتضييق البحث.',
    fr: 'Parmi les informations les plus récentes ; il en existe de plus anciennes. Ajoutez un mot ou une date.',
    en: 'These are among the newest that answer; there are older ones. Add a word or a date.',
  },
  spellings: {
    ar: 'شمل البحث أيضاً: {list}',
    fr: 'Recherché aussi : {list}',
    en: 'Also searched: {list}',
  },
  near: {
    ar: 'لم يوجد اللفظ بعينه، وهذه نتائج لألفاظ قريبة في الكتابة.',
    fr: 'Résultats pour des mots d’orthographe voisine.',
    en: 'Results for words of similar spelling.',
  },
  wider: {
    ar: 'البحث أيضاً عن الألفاظ القريبة',
    fr: 'Chercher aussi les mots voisins',
    en: 'Look for similar words too',
  },
  nothing: { ar: 'لم يُعثر على شيء', fr: 'Aucun résultat', en: 'Nothing was found' },
  nothingTeach: {
    ar: 'لا شيء مما يُسمح لك بالاطلاع عليه يطابق هذا البحث. جرّب كلمات أقل أو احذف أحد عوامل التصفية.',
    fr: 'Rien de ce que vous pouvez lire ne répond à cette recherche. Essayez avec moins de mots ou ôtez un filtre.',
    en: 'Nothing that you may read answers. Try fewer words, or take a filter off.',
  },
  common: {
    ar: 'هذه كلمات شائعة لا يُبحث عنها وحدها. أضف كلمة أخرى.',
    fr: 'Ces mots sont trop courants pour être cherchés seuls. Ajoutez-en un autre.',
    en: 'These words are too common to be searched for alone. Add another.',
  },
  tryInstead: { ar: 'جرّب:', fr: 'Essayez :', en: 'Try:' },
  notUnderstood: {
    ar: 'لم يُفهم هذا ولم يُؤخذ به: {list}',
    fr: 'Non compris, et donc non appliqué : {list}',
    en: 'Not understood, and not applied: {list}',
  },
  filters: { ar: 'تصفية النتائج', fr: 'Filtrer', en: 'Filter' },
  type: { ar: 'نوع العنصر', fr: 'Type d’objet', en: 'Type of object' },
  state: { ar: 'الحالة', fr: 'État', en: 'State' },
  after: { ar: 'منذ يوم', fr: 'À partir du', en: 'From day' },
  before: { ar: 'إلى غاية يوم', fr: 'Jusqu’au', en: 'To day' },
  any: { ar: 'الكل', fr: 'Tous', en: 'Any' },
  results: { ar: 'نتائج البحث', fr: 'Résultats', en: 'Results' },
  inSummary: { ar: 'النص', fr: 'Texte', en: 'Text' },
  keys: {
    ar: 'السهمان للتنقل، Enter للفتح',
    fr: 'Flèches pour parcourir, Entrée pour ouvrir',
    en: 'Arrows to move, Enter to open',
  },
});
