import { defineWords } from '../../kit/define-words.ts';

/** What was done with officers who are sent or received, by the verb of the journal. */
export const deploymentVerbWords = defineWords({
  'assistance.list-units': {
    ar: 'عرض الضباط والفرق',
    fr: 'Officiers et équipes affichés',
    en: 'Officers and teams listed',
  },
  'assistance.read-unit': {
    ar: 'الاطلاع على ملف ضابط',
    fr: 'Fiche d’un officier consultée',
    en: 'Officer’s file read',
  },
  'assistance.read-board': {
    ar: 'عرض لوحة الضباط الزائرين',
    fr: 'Tableau des détachements affiché',
    en: 'Deployment board shown',
  },
  'assistance.suggest-hosts': {
    ar: 'اقتراح ضباط مرافقين',
    fr: 'Binômes proposés',
    en: 'Host officers suggested',
  },
  'assistance.print-badge': { ar: 'طباعة بطاقة اعتماد', fr: 'Badge imprimé', en: 'Badge printed' },
  'assistance.name': { ar: 'تعيين ضباط بأسمائهم', fr: 'Officiers désignés', en: 'Officers named' },
  'assistance.drop-draft': {
    ar: 'حذف اسم قبل إرساله',
    fr: 'Désignation abandonnée avant envoi',
    en: 'Name dropped before it left',
  },
  'assistance.register': {
    ar: 'تسجيل ضابط أو فريق',
    fr: 'Officier ou équipe inscrits au registre',
    en: 'Officer or team registered',
  },
  'assistance.change-unit': {
    ar: 'تعديل ملف ضابط',
    fr: 'Fiche d’un officier modifiée',
    en: 'Officer’s file changed',
  },
  'assistance.import-units': {
    ar: 'استيراد جدول ضباط',
    fr: 'Tableau d’officiers importé',
    en: 'Table of officers imported',
  },
  'assistance.resend-step': {
    ar: 'إعادة إرسال خطوة رفضتها منصة الشريك',
    fr: 'Renvoi d’une étape que le système du partenaire avait refusée',
    en: 'Send a step again that the partner’s system refused',
  },
  'assistance.release-names': {
    ar: 'إرسال أسماء الضباط إلى البلد المضيف',
    fr: 'Désignations transmises au pays hôte',
    en: 'Names released to the host',
  },
  'assistance.step': {
    ar: 'خطوة في مسار ضابط موفد',
    fr: 'Étape d’un détachement',
    en: 'Step of a deployment',
  },
  'assistance.pair': { ar: 'تشكيل ثنائي', fr: 'Binôme formé', en: 'Host pair made' },
  'assistance.unpair': { ar: 'فك ثنائي', fr: 'Binôme défait', en: 'Host pair ended' },
  'assistance.end-pairs': {
    ar: 'انتهاء مدة ثنائيات',
    fr: 'Binômes arrivés à leur terme',
    en: 'Host pairs that ran out',
  },
  'assistance.task': { ar: 'تكليف ضابط بمهمة', fr: 'Mission confiée à un officier', en: 'Officer tasked' },
  'assistance.import-tasks': { ar: 'استيراد مهام', fr: 'Missions importées', en: 'Tasks imported' },
  'assistance.add-cost': { ar: 'تسجيل نفقة', fr: 'Dépense enregistrée', en: 'Cost recorded' },
  'assistance.list-revoked': {
    ar: 'تحميل مفتاح التحقق وقائمة البطاقات الملغاة',
    fr: 'Clé de vérification et badges révoqués chargés',
    en: 'Key and revoked badges loaded',
  },
  'assistance.erase-units': {
    ar: 'حذف بيانات ضباط في أجلها',
    fr: 'Données d’officiers effacées à leur terme',
    en: 'Officers’ data erased on its date',
  },
  'assistance.hear-deployment': {
    ar: 'استلام اسم ضابط من شريك',
    fr: 'Désignation reçue d’un partenaire',
    en: 'Name received from a partner',
  },
  'assistance.hear-deployment-step': {
    ar: 'استلام خطوة في مسار ضابط',
    fr: 'Étape d’un détachement reçue',
    en: 'Step of a deployment received',
  },
});
