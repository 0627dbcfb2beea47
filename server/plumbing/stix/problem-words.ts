/** What each rule says when it is broken, and what to do, in the three languages. */
import type { Words } from '../../kernel/faults.ts';

const words = (ar: string, fr: string, en: string): Words => ({ ar, fr, en });

export const ruleWords = {
  json: words(
    'النص ليس JSON صحيحا. صدّره من جديد من برنامجك.',
    'Ce texte n’est pas du JSON valide. Exportez-le à nouveau depuis votre logiciel.',
    'This is not valid JSON. Export it again from your software.',
  ),
  'limit-bytes': words(
    'حجم النص يتجاوز {detail} بايت. قسّم المحتوى.',
    'Le texte dépasse {detail} octets. Scindez-le.',
    'The text is longer than {detail} bytes. Split it.',
  ),
  'limit-objects': words(
    'عدد الكائنات يتجاوز {detail}. قسّم المحتوى.',
    'Plus de {detail} objets. Scindez le contenu.',
    'More than {detail} objects. Split the content.',
  ),
  'limit-depth': words(
    'تداخل البيانات يتجاوز {detail} مستوى.',
    'Plus de {detail} niveaux d’imbrication.',
    'Nested more than {detail} levels deep.',
  ),
  'limit-characters': words(
    'النص أطول من {detail} حرف.',
    'Texte de plus de {detail} caractères.',
    'Text of more than {detail} characters.',
  ),
  'limit-items': words(
    'القائمة تتجاوز {detail} عنصر.',
    'Liste de plus de {detail} éléments.',
    'A list of more than {detail} items.',
  ),
  'limit-properties': words(
    'الكائن يتجاوز {detail} خاصية.',
    'Objet de plus de {detail} propriétés.',
    'An object of more than {detail} properties.',
  ),
  number: words('يجب أن تكون القيمة عددا.', 'Un nombre est attendu.', 'A number is expected.'),
  characters: words(
    'في النص رموز غير صالحة. احذفها.',
    'Le texte contient des caractères non valides. Retirez-les.',
    'The text contains invalid characters. Remove them.',
  ),
  object: words('يجب أن تكون القيمة كائن JSON.', 'Un objet JSON est attendu.', 'A JSON object is expected.'),
  list: words('يجب أن تكون القيمة قائمة.', 'Une liste est attendue.', 'A list is expected.'),
  empty: words(
    'القيمة فارغة. املأها أو احذف الخاصية.',
    'Valeur vide. Renseignez-la ou retirez la propriété.',
    'Empty. Fill it in or leave the property out.',
  ),
  text: words('يجب أن تكون القيمة نصا.', 'Un texte est attendu.', 'Text is expected.'),
  boolean: words(
    'القيمة المقبولة true أو false.',
    'Valeur attendue : true ou false.',
    'Expected: true or false.',
  ),
  integer: words(
    'يجب أن تكون القيمة عددا صحيحا.',
    'Un nombre entier est attendu.',
    'A whole number is expected.',
  ),
  range: words(
    'القيمة خارج المجال {detail}.',
    'Valeur hors de l’intervalle {detail}.',
    'Outside the range {detail}.',
  ),
  form: words(
    'القيمة لا توافق الشكل المطلوب: {detail}.',
    'La valeur n’a pas la forme attendue : {detail}.',
    'Not in the expected form: {detail}.',
  ),
  time: words(
    'وقت غير صحيح. مثال: 2024-07-26T17:30:00Z.',
    'Horodatage non valide. Exemple : 2024-07-26T17:30:00Z.',
    'Not a valid timestamp. Example: 2024-07-26T17:30:00Z.',
  ),
  order: words(
    'هذا الوقت سابق لوقت «{detail}».',
    'Cet horodatage précède « {detail} ».',
    'This time is before “{detail}”.',
  ),
  vocabulary: words(
    'قيمة غير معروفة. القيم المقبولة: {detail}.',
    'Valeur inconnue. Valeurs admises : {detail}.',
    'Unknown value. Allowed: {detail}.',
  ),
  type: words(
    'خاصية «type» ناقصة أو غير صحيحة.',
    'La propriété « type » est absente ou non valide.',
    'The property “type” is missing or not valid.',
  ),
  identifier: words(
    'معرّف غير صحيح. الشكل المطلوب: type--UUID.',
    'Identifiant non valide. Forme attendue : type--UUID.',
    'Not a valid identifier. Expected form: type--UUID.',
  ),
  'identifier-type': words(
    'المعرّف لا يبدأ بنوع الكائن: {detail}.',
    'L’identifiant ne commence pas par le type de l’objet : {detail}.',
    'The identifier does not begin with the object’s type: {detail}.',
  ),
  reference: words(
    'الإحالة إلى نوع غير مقبول هنا. المقبول: {detail}.',
    'Référence vers un type non admis ici. Attendu : {detail}.',
    'Refers to a type that is not allowed here. Expected: {detail}.',
  ),
  required: words(
    'الخاصية «{detail}» إلزامية وهي غير موجودة.',
    'La propriété « {detail} » est obligatoire et manque.',
    'The property “{detail}” is required and missing.',
  ),
  'one-of': words(
    'تلزم واحدة على الأقل من: {detail}.',
    'Il faut au moins une de ces propriétés : {detail}.',
    'At least one of these is required: {detail}.',
  ),
  exclusive: words(
    'لا تجتمع هذه الخصائص: {detail}. أبق واحدة.',
    'Ces propriétés s’excluent : {detail}. N’en gardez qu’une.',
    'These exclude each other: {detail}. Keep one.',
  ),
  forbidden: words(
    'لا مكان لهذه الخاصية هنا.',
    'Cette propriété n’est pas admise ici.',
    'This property is not allowed here.',
  ),
  key: words(
    'اسم غير مقبول: أحرف لاتينية وأرقام و - و _ فقط.',
    'Nom non admis : lettres latines, chiffres, - et _ seulement.',
    'Name not allowed: Latin letters, digits, - and _ only.',
  ),
  'spec-version': words(
    'إصدار STIX غير مدعوم. المطلوب spec_version يساوي 2.1.',
    'Version de STIX non prise en charge. spec_version doit valoir 2.1.',
    'Unsupported STIX version. spec_version must be 2.1.',
  ),
  selector: words(
    'المحدِّد لا يشير إلى شيء في الكائن: {detail}.',
    'Ce sélecteur ne désigne rien dans l’objet : {detail}.',
    'This selector points at nothing in the object: {detail}.',
  ),
  extension: words(
    'امتداد غير صحيح: {detail}.',
    'Extension non valide : {detail}.',
    'Not a valid extension: {detail}.',
  ),
  pattern: words(
    'نمط STIX غير صحيح عند الحرف {position}. المتوقع هنا: {detail}',
    'Motif STIX non valable au caractère {position}. Attendu à cet endroit : {detail}',
    'Not a valid STIX pattern at character {position}. Expected there: {detail}',
  ),
  'limit-pattern-depth': words(
    'أقواس النمط متداخلة أكثر من {detail} مستوى عند الحرف {position}.',
    'Parenthèses du motif imbriquées sur plus de {detail} niveaux, au caractère {position}.',
    'The pattern’s parentheses are nested more than {detail} levels deep at character {position}.',
  ),
  'limit-pattern-length': words(
    'النمط أطول من {detail} حرف. قسّمه على مؤشرات عدة.',
    'Motif de plus de {detail} caractères. Répartissez-le sur plusieurs indicateurs.',
    'The pattern is longer than {detail} characters. Spread it over several indicators.',
  ),
  'same-version': words(
    'كائنان بالمعرّف والتاريخ نفسيهما ومحتوى مختلف: {detail}.',
    'Deux objets de même identifiant et de même date diffèrent : {detail}.',
    'Two objects with the same identifier and date differ: {detail}.',
  ),
  'same-id': words(
    'كائنان بالمعرّف نفسه ومحتوى مختلف: {detail}. يُحفظ كلاهما.',
    'Deux objets de même identifiant diffèrent : {detail}. Les deux sont gardés.',
    'Two objects with the same identifier differ: {detail}. Both are kept.',
  ),
  'version-fixed': words(
    'لا يجوز أن تتغير «{detail}» من نسخة إلى أخرى للكائن نفسه.',
    '« {detail} » ne peut changer d’une version à l’autre d’un même objet.',
    '“{detail}” may not change from one version of an object to the next.',
  ),
  'version-revoked': words(
    'نسخة لاحقة لسحب الكائن: {detail}. تُحفظ كما وردت.',
    'Version postérieure à la révocation de l’objet : {detail}. Elle est gardée telle quelle.',
    'A version later than the revocation of the object: {detail}. It is kept as it came.',
  ),
  'derived-id': words(
    'المعرّف لا يطابق محتوى الكائن. يُحفظ كما ورد.',
    'L’identifiant ne découle pas du contenu. Il est gardé tel quel.',
    'The identifier does not follow from the content. It is kept as it came.',
  ),
  'property-name': words(
    'اسم خاصية خارج قواعد STIX. تُحفظ كما وردت.',
    'Nom de propriété hors des règles de STIX. Elle est gardée telle quelle.',
    'A property name outside STIX’s rules. It is kept as it came.',
  ),
  'out-of-place': words(
    'خاصية لا يعرّفها STIX لهذا النوع. تُحفظ كما وردت.',
    'STIX ne définit pas cette propriété pour ce type. Elle est gardée telle quelle.',
    'STIX does not define this property for this type. It is kept as it came.',
  ),
  nothing: words(
    'لا يوجد أي كائن STIX في النص.',
    'Aucun objet STIX dans ce texte.',
    'There is no STIX object in this text.',
  ),
  item: words(
    'المحتوى لا يحمل وسم تنسيق كاملا: {detail}.',
    'Le contenu ne porte pas de marquage Tansiq complet : {detail}.',
    'The content does not carry a complete Tansiq marking: {detail}.',
  ),
  'nothing-left': words(
    'كل المحتوى محجوب عن هذا المستلم. ارفعه من قائمة المستلمين أو خفّف الحجب.',
    'Tout le contenu est retiré pour ce destinataire. Ôtez-le de la liste ou retirez moins.',
    'All of the content is withheld from this recipient. Take him off the list or withhold less.',
  ),
  'withheld-unknown': words(
    'ما طُلب حجبه غير موجود في المحتوى: {detail}.',
    'Ce qui doit être retiré est introuvable dans le contenu : {detail}.',
    'What is to be withheld is not in the content: {detail}.',
  ),
  'withheld-marking': words(
    'لا يمكن حجب الوسم نفسه: {detail}.',
    'Le marquage lui-même ne peut être retiré : {detail}.',
    'The marking itself cannot be withheld: {detail}.',
  ),
  'withheld-required': words(
    'لا يمكن حجب «{detail}» وحدها لأنها إلزامية. احجب الكائن كله.',
    '« {detail} » est obligatoire et ne peut être retirée seule. Retirez l’objet entier.',
    '“{detail}” is required and cannot be withheld alone. Withhold the whole object.',
  ),
  'withheld-derived': words(
    'معرّف الكائن مشتق من «{detail}» وقد يكشفها. احجب الكائن كله.',
    'L’identifiant découle de « {detail} » et peut la révéler. Retirez l’objet entier.',
    'The identifier is derived from “{detail}” and may reveal it. Withhold the whole object.',
  ),
} as const satisfies Record<string, Words>;

export type RuleCode = keyof typeof ruleWords;
