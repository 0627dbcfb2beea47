import { defineWords } from '../../kit/define-words.ts';

/** What was done to find out which identifiers two services both hold, by the verb of the journal. */
export const matchingVerbWords = defineWords({
  'matching.preview': { ar: 'معاينة معرّفات', fr: 'Aperçu d’identifiants', en: 'Identifiers previewed' },
  'matching.check': {
    ar: 'طلب مطابقة معرّفات',
    fr: 'Rapprochement demandé',
    en: 'Check of identifiers asked for',
  },
  'matching.ask': {
    ar: 'إرسال معرّفات محجوبة إلى شريك',
    fr: 'Identifiants masqués soumis à un partenaire',
    en: 'Blinded identifiers sent to a partner',
  },
  'matching.learn': {
    ar: 'استخلاص نتيجة المطابقة',
    fr: 'Résultat du rapprochement établi',
    en: 'Result of a check established',
  },
  'matching.list-checks': {
    ar: 'عرض عمليات المطابقة',
    fr: 'Rapprochements affichés',
    en: 'Checks listed',
  },
  'matching.read-check': {
    ar: 'الاطلاع على نتيجة مطابقة',
    fr: 'Résultat de rapprochement consulté',
    en: 'Check read',
  },
  'matching.list-hits': { ar: 'عرض حالات التطابق', fr: 'Concordances affichées', en: 'Hits listed' },
  'matching.dismiss-hit': {
    ar: 'صرف النظر عن تطابق',
    fr: 'Concordance écartée',
    en: 'Hit set aside',
  },
  'matching.reopen-hit': {
    ar: 'إعادة فتح تطابق صُرف عنه النظر',
    fr: 'Concordance écartée, rouverte',
    en: 'Hit opened again',
  },
  'matching.stop-watch': {
    ar: 'إيقاف ترصد قبل أجله',
    fr: 'Veille arrêtée avant son terme',
    en: 'Standing watch stopped before its day',
  },
  'matching.renew-watch': {
    ar: 'تجديد صيغة معرّفات ترصد',
    fr: 'Veille remise à la forme actuelle des identifiants',
    en: 'Standing watch brought to the present form of its identifiers',
  },
  'matching.request': {
    ar: 'تحرير طلب بعد تطابق',
    fr: 'Demande rédigée à la suite d’une concordance',
    en: 'Request begun from a hit',
  },
  'matching.read-use': {
    ar: 'الاطلاع على حصص المطابقة',
    fr: 'Quotas de rapprochement consultés',
    en: 'Use of matching read',
  },
  'matching.prepare': {
    ar: 'إعداد مجموعة المطابقة لشريك',
    fr: 'Ensemble préparé pour un partenaire',
    en: 'Set prepared for a partner',
  },
  'matching.answer': {
    ar: 'جواب عن معرّفات محجوبة',
    fr: 'Réponse à des identifiants masqués',
    en: 'Blinded identifiers answered',
  },
  'matching.give-set': {
    ar: 'تسليم مجموعة المطابقة إلى شريك',
    fr: 'Ensemble remis à un partenaire',
    en: 'Set given to a partner',
  },
  'matching.fetch-set': {
    ar: 'جلب مجموعة المطابقة من شريك',
    fr: 'Ensemble récupéré chez un partenaire',
    en: 'Set fetched from a partner',
  },
  'matching.hear-set': {
    ar: 'إعلان شريك عن مجموعة مطابقة',
    fr: 'Ensemble annoncé par un partenaire',
    en: 'Set announced by a partner',
  },
  'matching.hear-question': {
    ar: 'سؤال شريك عن معرّفات محجوبة',
    fr: 'Question d’un partenaire sur des identifiants masqués',
    en: 'Question of a partner about blinded identifiers',
  },
  'matching.hear-answer': {
    ar: 'جواب شريك عن معرّفات محجوبة',
    fr: 'Réponse d’un partenaire à des identifiants masqués',
    en: 'Answer of a partner to blinded identifiers',
  },
  'matching.alarm': {
    ar: 'استعمال غير معتاد من شريك',
    fr: 'Usage inhabituel par un partenaire',
    en: 'Unusual use by a partner',
  },
  'matching.list-told': {
    ar: 'عرض التطابقات التي أبلغ بها الشركاء',
    fr: 'Concordances signalées par les partenaires affichées',
    en: 'Hits that partners told of listed',
  },
  'matching.decide-told': {
    ar: 'البتّ في الجواب عن طلب محتمل بعد تطابق',
    fr: 'Suite à donner à une concordance signalée décidée',
    en: 'Decided whether to answer after a hit',
  },
  'matching.hear-hits': {
    ar: 'إبلاغ شريك بتطابقات لدينا',
    fr: 'Concordances signalées par un partenaire',
    en: 'Partner told of hits',
  },
  'matching.list-alarms': {
    ar: 'عرض الاستعمالات غير المعتادة',
    fr: 'Usages inhabituels affichés',
    en: 'Unusual use listed',
  },
});
