import { defineWords } from '../../kit/define-words.ts';

/** What was done to ask partners for officers, and to answer, by the verb of the journal. */
export const assistanceVerbWords = defineWords({
  'assistance.list': { ar: 'عرض طلبات الدعم', fr: 'Demandes de renfort affichées', en: 'Asks listed' },
  'assistance.overview': {
    ar: 'عرض لوحة ما طُلب وما عُرض',
    fr: 'Tableau des demandes et des offres affiché',
    en: 'Table of asks and offers shown',
  },
  'assistance.missing': {
    ar: 'عرض ما ينقص تظاهرة من الاختصاصيين',
    fr: 'Besoins non couverts d’un événement affichés',
    en: 'What an event is missing shown',
  },
  'assistance.count': {
    ar: 'عدّ ما ينتظر من طلبات الدعم',
    fr: 'Demandes de renfort en attente comptées',
    en: 'Waiting asks counted',
  },
  'assistance.cover': {
    ar: 'التحقق من تغطية الاتفاق لطلب دعم',
    fr: 'Couverture d’une demande de renfort vérifiée',
    en: 'Cover of an ask looked at',
  },
  'assistance.read': {
    ar: 'الاطلاع على طلب دعم',
    fr: 'Demande de renfort consultée',
    en: 'Ask read',
  },
  'assistance.preview': {
    ar: 'معاينة ما يُرسل من طلب دعم',
    fr: 'Envoi d’une demande de renfort prévisualisé',
    en: 'Ask previewed as it leaves',
  },
  'assistance.export': {
    ar: 'تصدير رسائل طلب دعم (EDXL-RM)',
    fr: 'Messages d’une demande exportés (EDXL-RM)',
    en: 'Messages of an ask exported (EDXL-RM)',
  },
  'assistance.draft': {
    ar: 'تحرير طلب دعم',
    fr: 'Demande de renfort rédigée',
    en: 'Ask written',
  },
  'assistance.propose': {
    ar: 'عرض طلب دعم للإذن',
    fr: 'Demande de renfort soumise',
    en: 'Ask proposed for release',
  },
  'assistance.take-back': {
    ar: 'استرجاع أو إعادة قبل الإرسال',
    fr: 'Reprise ou renvoi avant envoi',
    en: 'Taken or given back before it left',
  },
  'assistance.discard': {
    ar: 'التخلي عن مسودة طلب أو رد',
    fr: 'Projet de demande ou de réponse abandonné',
    en: 'Draft of an ask or answer given up',
  },
  'assistance.answer': {
    ar: 'تحرير رد على طلب دعم',
    fr: 'Réponse à une demande de renfort rédigée',
    en: 'Step of an ask written',
  },
  'assistance.issue': {
    ar: 'إصدار طلب دعم للشركاء',
    fr: 'Demande de renfort émise',
    en: 'Ask issued to partners',
  },
  'assistance.withdraw': {
    ar: 'سحب طلب دعم',
    fr: 'Demande de renfort retirée',
    en: 'Ask withdrawn',
  },
  'assistance.release-step': {
    ar: 'الإذن بإرسال رد على طلب دعم',
    fr: 'Envoi d’une réponse autorisé',
    en: 'Step of an ask released',
  },
  'assistance.tell-read': {
    ar: 'إشعار الطالب بأن طلبه قُرئ',
    fr: 'Demandeur avisé de la lecture',
    en: 'Asker told that it was read',
  },
  'assistance.hear-ask': {
    ar: 'تلقي طلب دعم من شريك',
    fr: 'Demande de renfort reçue d’un partenaire',
    en: 'Ask received from a partner',
  },
  'assistance.hear-step': {
    ar: 'تلقي رد بشأن طلب دعم',
    fr: 'Réponse reçue sur une demande de renfort',
    en: 'Step of an ask received',
  },
  'assistance.remind': {
    ar: 'تذكير بطلب دعم دون جواب',
    fr: 'Rappel d’une demande sans réponse',
    en: 'Reminder of an unanswered ask',
  },
  'assistance.erase': {
    ar: 'محو طلبات دعم حلّ أجلها',
    fr: 'Demandes de renfort arrivées à échéance effacées',
    en: 'Asks erased on their date',
  },
});
