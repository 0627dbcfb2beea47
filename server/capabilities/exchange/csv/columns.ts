/** What a column holds, guessed from its title in Arabic, French or English. Pure. */
import { type CsvField, type CsvKind, csvFields, type IndicatorField, type PersonField } from './contract.ts';
import { findByWord, fold, wordTable } from './folding.ts';

const indicatorTitles: Readonly<Record<IndicatorField, string>> = {
  value:
    'value|indicator|ioc|observable|ip|ip address|address|domain|url|hash|valeur|indicateur|adresse|' +
    'adresse ip|' +
    'domaine|lien|empreinte|القيمة|قيمة|المؤشر|مؤشر|العنوان|عنوان|النطاق|الرابط|البصمة',
  type: 'type|kind|indicator type|ioc type|type d’indicateur|nature|catégorie|النوع|نوع|نوع المؤشر|الصنف',
  description:
    'description|comment|comments|notes|remarks|context|commentaire|commentaires|observations|remarques|' +
    'contexte|الوصف|وصف|ملاحظات|تعليق|السياق',
  validFrom:
    'valid from|first seen|date|from|since|start|valable du|valable à partir du|vu le|première observation|' +
    'depuis|du|التاريخ|من تاريخ|صالح من|أول رصد|تاريخ الرصد',
  validUntil:
    'valid until|expires|expiry|until|end|valable jusqu’au|expire le|expiration|jusqu’au|au|' +
    'صالح إلى|إلى تاريخ|تاريخ الانتهاء|ينتهي في',
  confidence: 'confidence|score|confiance|fiabilité|indice de confiance|الثقة|درجة الثقة|الموثوقية',
  labels: 'labels|tags|label|tag|étiquettes|étiquette|mots clés|الوسوم|وسوم|كلمات مفتاحية',
};

const personTitles: Readonly<Record<PersonField, string>> = {
  name:
    'name|full name|nom complet|nom et prénom|nom et prénoms|nom prénom|identité|' +
    'الاسم الكامل|الاسم واللقب|الاسم والنسب|الاسم|اسم',
  familyName: 'family name|last name|surname|nom|nom de famille|اللقب|النسب|الاسم العائلي|اسم العائلة',
  givenName: 'given name|first name|forename|prénom|prénoms|الاسم الشخصي|الاسم الأول',
  latinName:
    'name latin|latin name|name in latin|name latin script|nom latin|nom en latin|nom en caractères latins|' +
    'الاسم باللاتينية|الاسم بالحروف اللاتينية|الاسم بالفرنسية|الاسم اللاتيني',
  arabicName:
    'name arabic|arabic name|name in arabic|name arabic script|nom arabe|nom en arabe|' +
    'الاسم بالعربية|الاسم بالحروف العربية|الاسم العربي',
  birthDate:
    'date of birth|birth date|birthdate|born|dob|date de naissance|né le|née le|né(e) le|naissance|' +
    'تاريخ الميلاد|تاريخ الازدياد|تاريخ الولادة|الميلاد',
  nationality: 'nationality|citizenship|country|nationalité|pays|الجنسية|جنسية|البلد',
  documentKind:
    'document|document type|type of document|id type|type de document|nature du document|pièce|' +
    'type de pièce|نوع الوثيقة|الوثيقة|نوع وثيقة الهوية',
  documentNumber:
    'document number|passport|passport number|passport no|id number|number|numéro|numéro de document|' +
    'n° de document|n° passeport|numéro de passeport|passeport|cin|n° cin|n° de pièce|' +
    'رقم الوثيقة|رقم الجواز|رقم جواز السفر|جواز السفر|رقم البطاقة|رقم البطاقة الوطنية|الرقم|رقم الهوية',
  documentCountry:
    'issuing country|issued by|document country|country of issue|pays de délivrance|délivré par|' +
    'pays du document|بلد الإصدار|صادرة عن|بلد إصدار الوثيقة',
  category:
    'category|role|status|standing|person category|catégorie|qualité|rôle|statut|' +
    'الصفة|صفة|الفئة|صفته|الصفة في القضية',
  remarks:
    'remarks|notes|comment|comments|description|observations|remarques|commentaire|' +
    'ملاحظات|وصف|الوصف|تعليق',
};

const titles: { readonly [Kind in CsvKind]: ReadonlyMap<string, CsvField> } = {
  indicators: wordTable(indicatorTitles, csvFields.indicators),
  persons: wordTable(personTitles, csvFields.persons),
};

/** The fields of these titles, each given once: to the first column that claims it. */
export const guessFields = (kind: CsvKind, row: readonly string[]): readonly (CsvField | null)[] => {
  const taken = new Set<CsvField>();
  return row.map((title) => {
    const field = findByWord(titles[kind], title);
    if (field === null || taken.has(field)) return null;
    taken.add(field);
    return field;
  });
};

/** True where the row names columns: one of its cells is a title, and none holds a year or a long number. */
export const isHeader = (kind: CsvKind, row: readonly string[]): boolean =>
  guessFields(kind, row).some((field) => field !== null) && row.every((cell) => !/\d{4}/.test(fold(cell)));
