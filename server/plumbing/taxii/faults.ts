import { defineFaults } from '../../kernel/faults.ts';

/** What goes wrong between a TAXII client and this node. */
defineFaults({
  'taxii/not-acceptable': {
    status: 406,
    ar: 'لا يجيب هذا العنوان إلا بالنوع {mediaType}. أضفه إلى ترويسة Accept.',
    fr: 'Cette adresse ne répond qu’en {mediaType}. Ajoutez-le à l’en-tête Accept.',
    en: 'This address answers with {mediaType} only. Name it in the Accept header.',
  },
  'taxii/media-type': {
    status: 415,
    ar: 'أرسل المحتوى بالنوع {mediaType}.',
    fr: 'Envoyez le contenu sous le type {mediaType}.',
    en: 'Send the content as {mediaType}.',
  },
  'taxii/method': {
    status: 405,
    ar: 'لا يقبل هذا العنوان هذه العملية. العمليات المقبولة: {allowed}.',
    fr: 'Cette adresse n’admet pas cette méthode. Méthodes admises : {allowed}.',
    en: 'This address does not take this method. It takes: {allowed}.',
  },
  'taxii/query': {
    status: 400,
    ar: 'معامل البحث «{parameter}» غير صحيح. الشكل المطلوب: {expected}.',
    fr: 'Paramètre « {parameter} » non valable. Forme attendue : {expected}.',
    en: 'The parameter “{parameter}” is not valid. Expected: {expected}.',
  },
  'taxii/next': {
    status: 400,
    ar: 'قيمة next ليست لهذا البحث. أعد المعاملات كما كانت في الصفحة السابقة، أو ابدأ من جديد دون next.',
    fr: 'La valeur next n’appartient pas à cette recherche. Reprenez les paramètres de la page précédente, ou recommencez sans next.',
    en: 'The value of next does not belong to this query. Repeat the parameters of the page before, or begin again without next.',
  },
  'taxii/body': {
    status: 400,
    ar: 'المحتوى المرسل ليس مظروف TAXII بصيغة JSON فيه قائمة objects.',
    fr: 'Le contenu envoyé n’est pas une enveloppe TAXII en JSON avec une liste objects.',
    en: 'What was sent is not a TAXII envelope in JSON with a list of objects.',
  },
  'taxii/too-many-objects': {
    status: 413,
    ar: 'لا يتسع الطلب الواحد لأكثر من {limit} كائن. قسّمه.',
    fr: 'Une demande porte au plus {limit} objets. Scindez-la.',
    en: 'One request carries at most {limit} objects. Split it.',
  },
});
