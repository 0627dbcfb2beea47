/** What a column of a table of officers holds, by its title in Arabic, French or English. Pure. */
import { wordTable } from '../../exchange/index.ts';

export const importFields = [
  'nameLatin',
  'nameArabic',
  'service',
  'rank',
  'specialty',
  'skills',
  'languages',
  'powers',
  'arms',
  'dogName',
  'dogChip',
  'certificates',
  'phone',
  'home',
  'lat',
  'lon',
  'from',
  'until',
  'hoursPerDay',
  'hoursPer7Days',
  'teamSize',
] as const;
export type ImportField = (typeof importFields)[number];

const titles: Readonly<Record<ImportField, string>> = {
  nameLatin:
    'name|full name|name latin|latin name|nom|nom complet|nom et prénom|nom latin|nom en latin|' +
    'الاسم باللاتينية|الاسم بالحروف اللاتينية|الاسم اللاتيني',
  nameArabic: 'name arabic|arabic name|nom arabe|nom en arabe|الاسم|الاسم الكامل|الاسم بالعربية|الاسم العربي',
  service: 'service|unit|agency|corps|direction|unité|الجهاز|المصلحة|الوحدة|المديرية',
  rank: 'rank|grade|الرتبة|رتبة|الدرجة',
  specialty: 'specialty|speciality|spécialité|métier|التخصص|تخصص|الاختصاص',
  skills: 'skills|qualifications|compétences|aptitudes|المهارات|مهارات|المؤهلات',
  languages: 'languages|language|langues|langue|اللغات|لغات|اللغة',
  powers: 'powers|pouvoirs|habilitations|الصلاحيات|صلاحيات',
  arms: 'arms|weapons|weapon|armes|arme|armement|السلاح|الأسلحة|أسلحة',
  dogName: 'dog|dog name|chien|nom du chien|الكلب|اسم الكلب',
  dogChip: 'chip|microchip|dog chip|puce|puce du chien|الشريحة|رقم الشريحة',
  certificates: 'certificates|certificate|certificats|certificat|الشهادات|شهادات|الشهادة',
  phone: 'phone|telephone|mobile|téléphone|portable|الهاتف|هاتف|رقم الهاتف|المحمول',
  home: 'home base|base|home|lieu d’affectation|affectation|base de départ|القاعدة|مقر العمل|المقر',
  lat: 'lat|latitude|خط العرض',
  lon: 'lon|lng|long|longitude|خط الطول',
  from: 'from|available from|start|du|début|disponible du|من|متاح من|من تاريخ',
  until: 'until|to|available until|end|au|fin|disponible jusqu’au|إلى|متاح إلى|إلى تاريخ',
  hoursPerDay: 'hours per day|max hours per day|heures par jour|ساعات اليوم|ساعات في اليوم',
  hoursPer7Days: 'hours per week|hours per 7 days|heures par semaine|ساعات الأسبوع|ساعات في الأسبوع',
  teamSize: 'team size|size|effectif|taille|عدد الأفراد|حجم الفريق',
};
export const importTitles = wordTable(titles, importFields);
