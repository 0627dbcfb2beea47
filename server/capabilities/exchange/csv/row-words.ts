/** What is wrong in a table, and how to put it right, in the three languages. */
import type { Words } from '../../../kernel/faults.ts';
import type { CsvProblem } from './contract.ts';

const words = (ar: string, fr: string, en: string): Words => ({ ar, fr, en });

const csvWords = {
  empty: words(
    'لا توجد بيانات في الملف. تحقق من الملف أو من الترميز.',
    'Le fichier ne contient aucune donnée. Vérifiez le fichier ou l’encodage.',
    'The file holds no data. Check the file or its encoding.',
  ),
  quotes: words(
    'علامات الاقتباس غير متوازنة قرب السطر {detail}. أعد تصدير الجدول أو غيّر الفاصل.',
    'Guillemets non appariés vers la ligne {detail}. Exportez à nouveau le tableau ou changez de séparateur.',
    'Quotes do not match near line {detail}. Export the table again, or change the separator.',
  ),
  'limit-rows': words(
    'الجدول أطول من {detail} صف. قسّمه.',
    'Plus de {detail} lignes. Scindez le tableau.',
    'More than {detail} rows. Split the table.',
  ),
  'limit-columns': words(
    'الأعمدة أكثر من {detail}. احذف ما لا يلزم.',
    'Plus de {detail} colonnes. Retirez celles qui ne servent pas.',
    'More than {detail} columns. Remove those that are not needed.',
  ),
  'limit-cell': words(
    'الخانة أطول من {detail} حرف. اختصرها.',
    'Cellule de plus de {detail} caractères. Raccourcissez-la.',
    'A cell of more than {detail} characters. Shorten it.',
  ),
  'no-value-column': words(
    'اختر العمود الذي فيه القيمة.',
    'Choisissez la colonne qui contient la valeur.',
    'Choose the column that holds the value.',
  ),
  'no-name-column': words(
    'اختر العمود الذي فيه الاسم.',
    'Choisissez la colonne qui contient le nom.',
    'Choose the column that holds the name.',
  ),
  'field-twice': words(
    'هذا المعطى مختار لأكثر من عمود. أبق عموداً واحداً.',
    'Cette donnée est choisie pour plusieurs colonnes. N’en gardez qu’une.',
    'This is chosen for more than one column. Keep one.',
  ),
  'no-category': words(
    'حدّد صفة الأشخاص: اختر عمود الصفة أو اذكر الفئة في الوسم.',
    'Précisez la qualité des personnes : choisissez la colonne qui la contient ou cochez-la dans le marquage.',
    'Say who these persons are: choose the column of their standing, or tick it in the marking.',
  ),
  'value-missing': words(
    'القيمة ناقصة. أضفها أو احذف الصف.',
    'Valeur manquante. Ajoutez-la ou retirez la ligne.',
    'The value is missing. Add it or remove the row.',
  ),
  'name-missing': words(
    'الاسم ناقص. أضفه أو احذف الصف.',
    'Nom manquant. Ajoutez-le ou retirez la ligne.',
    'The name is missing. Add it or remove the row.',
  ),
  'kind-unknown': words(
    'لم يُعرف نوع هذه القيمة: المنتظر عنوان IP أو نطاق أو رابط أو بريد أو بصمة أو رقم هاتف. صحّحها.',
    'Valeur non reconnue : adresse IP, domaine, lien, adresse électronique, empreinte ou téléphone attendu. Corrigez-la.',
    'Not recognised: an IP address, domain, link, e-mail address, hash or telephone number is expected. Correct it.',
  ),
  'kind-differs': words(
    'القيمة لا توافق النوع المذكور في الصف. صحّح أحدهما.',
    'La valeur ne correspond pas au type indiqué sur la ligne. Corrigez l’un ou l’autre.',
    'The value is not of the type that the row names. Correct one of them.',
  ),
  'type-unknown': words(
    'نوع غير معروف. اكتب مثلاً: ip أو domain أو url أو email أو hash أو phone، أو اترك الخانة فارغة.',
    'Type inconnu. Écrivez par exemple ip, domaine, url, e-mail, empreinte ou téléphone, ou laissez vide.',
    'Unknown type. Write for example ip, domain, url, e-mail, hash or phone, or leave it empty.',
  ),
  refanged: words(
    'كُتبت القيمة معطّلة، وستُحفظ هكذا: {detail}',
    'Valeur neutralisée dans le tableau ; elle sera gardée ainsi : {detail}',
    'The value was written so that it cannot be clicked; it will be kept as: {detail}',
  ),
  date: words(
    'تاريخ غير مفهوم. اكتبه هكذا: 2024-07-26 أو 26/07/2024.',
    'Date non comprise. Écrivez 2024-07-26 ou 26/07/2024.',
    'Not understood as a date. Write 2024-07-26 or 26/07/2024.',
  ),
  'date-order': words(
    'تاريخ الانتهاء ليس بعد تاريخ البداية.',
    'La date de fin n’est pas postérieure à la date de début.',
    'The end is not after the beginning.',
  ),
  'date-future': words(
    'تاريخ ميلاد في المستقبل. صحّحه.',
    'Date de naissance dans le futur. Corrigez-la.',
    'A date of birth in the future. Correct it.',
  ),
  confidence: words(
    'درجة الثقة عدد صحيح من 0 إلى 100.',
    'La confiance est un nombre entier de 0 à 100.',
    'Confidence is a whole number from 0 to 100.',
  ),
  country: words(
    'بلد أو جنسية غير معروفة. اكتب اسم البلد أو رمزه من حرفين، مثل MA.',
    'Pays ou nationalité non reconnus. Écrivez le nom du pays ou son code de deux lettres, par exemple MA.',
    'Country or nationality not recognised. Write the country’s name or its two-letter code, such as MA.',
  ),
  'document-kind': words(
    'نوع وثيقة غير معروف. اكتب مثلاً: جواز سفر، بطاقة التعريف الوطنية، سند الإقامة، رخصة السياقة.',
    'Type de document inconnu. Écrivez par exemple passeport, carte d’identité, titre de séjour, permis de conduire.',
    'Unknown kind of document. Write for example passport, identity card, residence permit, driving licence.',
  ),
  category: words(
    'صفة غير معروفة. المقبول: مشتبه به، مدان، ضحية، شاهد، مخالط.',
    'Qualité inconnue. Admis : suspect, condamné, victime, témoin, contact.',
    'Unknown standing. Allowed: suspect, convicted, victim, witness, contact.',
  ),
  characters: words(
    'في الخانة رموز لا تُرى أو غير صالحة. احذفها.',
    'La cellule contient des caractères invisibles ou non valides. Retirez-les.',
    'The cell contains invisible or invalid characters. Remove them.',
  ),
  repeated: words(
    'تكررت هذه القيمة في الصف {detail}.',
    'Cette valeur figure déjà à la ligne {detail}.',
    'This value already stands in row {detail}.',
  ),
} as const satisfies Record<string, Words>;
export type CsvRule = keyof typeof csvWords;

const warnings: readonly CsvRule[] = ['refanged', 'repeated'];

/** One problem: `row` and `column` as a spreadsheet counts them. */
export const csvProblem = (
  rule: CsvRule,
  place: { readonly row: number | null; readonly column: number | null },
  detail = '',
): CsvProblem => {
  const fill = (text: string): string => text.replace('{detail}', () => detail);
  const { ar, fr, en } = csvWords[rule];
  return {
    ...place,
    rule,
    severity: warnings.includes(rule) ? 'warning' : 'error',
    says: { ar: fill(ar), fr: fill(fr), en: fill(en) },
  };
};
