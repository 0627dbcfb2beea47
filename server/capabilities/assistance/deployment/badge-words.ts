/** What stands on a badge. */
import type { Words } from '../../../kernel/faults.ts';

export const badgeWords = {
  title: {
    ar: 'بطاقة اعتماد ضابط زائر',
    fr: 'Accréditation d’officier étranger',
    en: 'Visiting officer accreditation',
  },
  card: { ar: 'بطاقة اعتماد', fr: 'Accréditation', en: 'Accreditation' },
  photo: { ar: 'الصورة', fr: 'Photo', en: 'Photo' },
  service: { ar: 'الجهاز', fr: 'Service', en: 'Service' },
  role: { ar: 'المهمة', fr: 'Fonction', en: 'Role' },
  valid: { ar: 'صالحة', fr: 'Validité', en: 'Valid' },
  zones: { ar: 'المناطق', fr: 'Zones', en: 'Zones' },
  allZones: { ar: 'بحسب التكليف', fr: 'selon mission', en: 'as tasked' },
  powers: { ar: 'الصلاحيات', fr: 'Pouvoirs', en: 'Powers' },
  noPowers: { ar: 'لا صلاحيات تنفيذية', fr: 'aucun pouvoir d’exécution', en: 'no executive powers' },
  armed: { ar: 'مسلَّح', fr: 'ARMÉ', en: 'ARMED' },
  unarmed: { ar: 'غير مسلَّح', fr: 'NON ARMÉ', en: 'UNARMED' },
  marking: { ar: 'تُحمل ظاهرةً', fr: 'À porter de façon visible', en: 'To be worn where it is seen' },
  pages: { ar: 'صفحة {page} من {pages}', fr: 'Page {page} sur {pages}', en: 'Page {page} of {pages}' },
  notice: {
    ar: 'لا يؤدي حاملها أي مهمة إلا برفقة ضابط من البلد المضيف. يُتحقق من الرمز من دون شبكة، بالمفتاح العمومي للجهاز المصدر.',
    fr: 'Le porteur n’accomplit aucune mission sans son binôme du pays hôte. Le code se vérifie hors connexion, avec la clé publique du service émetteur.',
    en: 'The bearer carries out no task without his host officer. The code is checked without a network, with the public key of the service that issued it.',
  },
} as const satisfies Readonly<Record<string, Words>>;
