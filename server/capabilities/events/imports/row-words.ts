/** What is wrong with a file or a row of it, or worth knowing, in the three languages. */
import type { Words } from '../../../kernel/faults.ts';

const words = (ar: string, fr: string, en: string): Words => ({ ar, fr, en });

const catalogue = {
  empty: words('لا توجد صفوف في الملف.', 'Le fichier ne contient aucune ligne.', 'The file holds no rows.'),
  'is-workbook': words(
    'هذا مصنف Excel: احفظه بصيغة CSV ثم اختر الملف المحفوظ.',
    'C’est un classeur Excel : enregistrez-le en CSV, puis choisissez ce fichier-là.',
    'This is an Excel workbook: save it as CSV, then choose that file.',
  ),
  'is-other': words(
    'هذا ليس جدولاً ولا تقويماً، بل أرشيف أو صورة أو مستند. استخرج منه ملف CSV أو JSON أو iCalendar.',
    'Ce n’est ni un tableau ni un calendrier, mais une archive, une image ou un document. Tirez-en un fichier CSV, JSON ou iCalendar.',
    'This is no table and no calendar but an archive, a picture or a document. Take a CSV, JSON or iCalendar file out of it.',
  ),
  quotes: words(
    'علامات الاقتباس غير متوازنة قرب السطر {detail}.',
    'Guillemets non appariés vers la ligne {detail}.',
    'Quotes do not match near line {detail}.',
  ),
  'no-json': words(
    'الملف ليس JSON سليماً: يبدو ناقصاً أو معدّلاً يدوياً.',
    'Ce n’est pas du JSON valide : le fichier paraît tronqué ou modifié à la main.',
    'This is not valid JSON: the file seems cut off or edited by hand.',
  ),
  'no-list': words(
    'لا توجد في الملف قائمة من العناصر.',
    'Le fichier ne contient aucune liste d’éléments.',
    'The file holds no list of things.',
  ),
  'no-calendar': words(
    'الملف ليس تقويماً سليماً (iCalendar): هو ناقص، أو فيه تاريخ أو قاعدة تكرار غير سليمة. صدّره من برنامج التقويم من جديد.',
    'Ce n’est pas un calendrier iCalendar valide : il est tronqué, ou une date ou une règle de répétition n’y est pas correcte. Exportez-le à nouveau depuis l’agenda.',
    'This is not a valid iCalendar file: it is cut off, or a date or a rule of repetition in it is not correct. Export it again from the calendar.',
  ),
  'bad-entry': words(
    'تعذّرت قراءة هذا الموعد من التقويم: تاريخه أو قاعدة تكراره غير سليمة. صحّحه في التقويم ثم صدّره من جديد.',
    'Cette entrée du calendrier est illisible : sa date ou sa règle de répétition est invalide. Corrigez-la dans le calendrier, puis exportez-le à nouveau.',
    'This entry of the calendar cannot be read: its date or its rule of repetition is not valid. Correct it in the calendar, then export that again.',
  ),
  'limit-rows': words(
    'في الملف أكثر من {detail} صف. قسّمه.',
    'Plus de {detail} lignes. Scindez le fichier.',
    'More than {detail} rows. Split the file.',
  ),
  'limit-columns': words(
    'في الملف أكثر من {detail} عمود. احذف ما لا يلزم.',
    'Plus de {detail} colonnes. Retirez celles qui ne servent pas.',
    'More than {detail} columns. Remove those that are not needed.',
  ),
  'limit-cell': words(
    'خانة «{detail}» أطول مما يُقبل.',
    'La cellule « {detail} » est trop longue.',
    'The cell «{detail}» is too long.',
  ),
  'limit-things': words(
    'يتجاوز الاستيراد الحد الأقصى لهذه التظاهرة ({detail}).',
    'L’import dépasse la limite de l’événement ({detail}).',
    'The import goes beyond the limit of the event ({detail}).',
  ),
  'no-name': words(
    'لا اسم لهذا الصف. اختر عمود الاسم.',
    'Cette ligne n’a pas de nom. Choisissez la colonne du nom.',
    'This row has no name. Choose the column of the name.',
  ),
  'no-start': words('لم يُذكر وقت البداية.', 'Le début n’est pas indiqué.', 'It is not said when it begins.'),
  'bad-time': words(
    'تعذّرت قراءة الوقت «{detail}». اكتبه هكذا: 2029-07-25 21:00 أو 25/07/2029 21:00.',
    '« {detail} » ne se lit pas comme une date et une heure. Écrivez 25/07/2029 21:00 ou 2029-07-25 21:00.',
    '«{detail}» cannot be read as a time. Write 2029-07-25 21:00 or 25/07/2029 21:00.',
  ),
  'bad-day': words(
    'تعذّرت قراءة التاريخ «{detail}». اكتب اليوم والشهر والسنة كاملة: 25/07/2029 أو 2029-07-25.',
    '« {detail} » ne se lit pas comme un jour. Écrivez le jour, le mois et l’année entière : 25/07/2029 ou 2029-07-25.',
    '«{detail}» cannot be read as a day. Write day, month and the whole year: 25/07/2029 or 2029-07-25.',
  ),
  'bad-number': words(
    'تعذّرت قراءة العدد «{detail}». اكتبه بالأرقام وحدها، مثل 45000 أو 48.8637.',
    '« {detail} » ne se lit pas comme un nombre. Écrivez-le en chiffres seuls : 45000, 48,8637.',
    '«{detail}» cannot be read as a number. Write it in figures alone: 45000, 48.8637.',
  ),
  'bad-place': words(
    'الإحداثيات «{detail}» خارج خطوط العرض والطول. خط العرض أولاً (من -90 إلى 90)، ثم خط الطول: لعلّهما معكوسان.',
    'Les coordonnées « {detail} » ne sont pas une latitude (de -90 à 90) suivie d’une longitude : sont-elles inversées ?',
    'The coordinates «{detail}» are no latitude (from -90 to 90) followed by a longitude: are they swapped?',
  ),
  swapped: words(
    'هذا المكان على بعد {detail} كم من مواقع التظاهرة: لعلّ خط العرض وخط الطول معكوسان.',
    'Ce lieu est à {detail} km des sites de l’événement : latitude et longitude sont-elles inversées ?',
    'This place is {detail} km from the venues of the event: are latitude and longitude swapped?',
  ),
  'bad-geometry': words(
    'الشكل ({detail}) غير سليم أو لا يصلح هنا.',
    'La géométrie ({detail}) est invalide ou ne convient pas ici.',
    'The geometry ({detail}) is not sound, or not for here.',
  ),
  'bad-country': words(
    'بلد غير معروف: «{detail}».',
    'Pays inconnu : « {detail} ».',
    'Unknown country: «{detail}».',
  ),
  'end-first': words('تنتهي قبل أن تبدأ.', 'La fin précède le début.', 'It ends before it begins.'),
  'code-twice': words(
    'الرمز مستعمل في الصف {detail}.',
    'Le code est déjà celui de la ligne {detail}.',
    'The code is that of row {detail} already.',
  ),
  'code-made': words(
    'لا رمز في الملف، فأُخذ من الاسم.',
    'Pas de code dans le fichier : il est tiré du nom.',
    'The file gives no code: it is made of the name.',
  ),
  'code-numbered': words(
    'الرمز مكرر في الملف، فأُضيف إليه رقم بحسب ترتيب الأوقات.',
    'Le code se répète dans le fichier : il est numéroté dans l’ordre des heures.',
    'The code comes again in the file: it is numbered in the order of time.',
  ),
  merged: words(
    'الموقع نفسه الذي في الصف {detail}: ضُمّا معاً.',
    'Même site que la ligne {detail} : les deux sont réunies.',
    'The same venue as row {detail}: they are taken together.',
  ),
  'merged-first': words(
    'حيث يختلفان تُعتمد قيم الصف الأول: {detail}.',
    'Là où elles diffèrent, la première ligne vaut : {detail}.',
    'Where they differ, the first row counts: {detail}.',
  ),
  'more-notes': words('وملاحظات أخرى.', 'Et d’autres remarques.', 'And more to note.'),
  'not-within': words(
    'خارج أيام التظاهرة ({detail}): تحقق من التاريخ والسنة.',
    'Hors des jours de l’événement ({detail}) : vérifiez la date et l’année.',
    'Outside the days of the event ({detail}): check the date and the year.',
  ),
  'left-out': words(
    'خارج أيام التظاهرة ({detail}): تُرك كما اخترت.',
    'Hors des jours de l’événement ({detail}) : laissée de côté, comme vous l’avez choisi.',
    'Outside the days of the event ({detail}): left out, as you chose.',
  ),
  'no-days': words(
    'التواريخ خارج أيام التظاهرة ({detail}): استُورد دونها، كما اخترت.',
    'Dates hors des jours de l’événement ({detail}) : importé sans elles, comme vous l’avez choisi.',
    'Dates outside the days of the event ({detail}): imported without them, as you chose.',
  ),
  linked: words(
    'موجود بالرمز {detail}: سيُعرف من الآن بهذا الرمز أيضاً.',
    'Déjà présent sous le code {detail} : il sera aussi retrouvé par ce code-ci.',
    'There already under the code {detail}: it is found by this code too from now on.',
  ),
  'too-long': words(
    'الوقت «{detail}» في سنة غير معقولة، أو الحصة أطول مما يُقبل: تحقق من السنة.',
    'L’horaire « {detail} » est d’une année invraisemblable, ou la session est trop longue : vérifiez l’année.',
    'The time «{detail}» is of a year that cannot be meant, or the session is too long: check the year.',
  ),
  'repeats-cut': words(
    'يتكرر هذا الموعد أكثر من ذلك: اعتُمدت المرات الأولى فقط ({detail}).',
    'Cette entrée se répète davantage : seules les {detail} premières fois sont prises.',
    'This entry repeats more often: only its first {detail} times are taken.',
  ),
  'zone-unknown': words(
    'منطقة زمنية غير معروفة «{detail}»: اعتُمد توقيت الجهاز.',
    'Fuseau horaire inconnu « {detail} » : l’heure est prise comme celle du service.',
    'Unknown time zone «{detail}»: the time is taken as that of the service.',
  ),
  'end-assumed': words(
    'لا نهاية في الملف: افتُرضت بعد {detail} دقيقة من البداية.',
    'Pas de fin dans le fichier : elle est supposée {detail} minutes après le début.',
    'The file gives no end: it is assumed {detail} minutes after the beginning.',
  ),
  'no-venue': words(
    'لم يُعثر على الموقع «{detail}».',
    'Le site « {detail} » n’a pas été trouvé.',
    'The venue «{detail}» was not found.',
  ),
  'venue-new': words(
    'موقع جديد سيُضاف: «{detail}».',
    'Un nouveau site sera ajouté : « {detail} ».',
    'A new venue will be added: «{detail}».',
  ),
} as const;
export type RowWord = keyof typeof catalogue;

/** The words, with the detail put in. */
export const rowWords = (word: RowWord, detail = ''): Words => {
  const put = (text: string): string => text.replace('{detail}', () => detail);
  const { ar, fr, en } = catalogue[word];
  return { ar: put(ar), fr: put(fr), en: put(en) };
};
