import { defineWords } from '../../kit/define-words.ts';

/** What was done about the risk of an event, by the verb of the journal. */
export const riskVerbWords = defineWords({
  'events.read-risk': {
    ar: 'الاطلاع على تقييم مخاطر',
    fr: 'Évaluation de risque consultée',
    en: 'Risk assessment read',
  },
  'events.assess-risk': { ar: 'تقييم خطر', fr: 'Risque évalué', en: 'Risk assessed' },
  'events.compare-risk': {
    ar: 'مقارنة نسختين من تقييم',
    fr: 'Versions d’une évaluation comparées',
    en: 'Versions of an assessment compared',
  },
  'events.read-risk-map': {
    ar: 'عرض خريطة المستويات',
    fr: 'Carte des niveaux affichée',
    en: 'Heat map shown',
  },
  'events.read-risk-matrix': {
    ar: 'عرض مصفوفة المخاطر',
    fr: 'Matrice des risques affichée',
    en: 'Risk matrix shown',
  },
  'events.read-risen-risk': {
    ar: 'عرض ما ارتفع من المخاطر',
    fr: 'Risques en hausse affichés',
    en: 'Risks that rose shown',
  },
  'events.list-proposals': {
    ar: 'عرض التقييمات المقترحة',
    fr: 'Évaluations proposées affichées',
    en: 'Proposed assessments shown',
  },
  'events.accept-proposals': {
    ar: 'قبول تقييمات مقترحة',
    fr: 'Évaluations proposées acceptées',
    en: 'Proposed assessments accepted',
  },
  'events.list-risk-templates': {
    ar: 'عرض نماذج المخاطر',
    fr: 'Modèles de risque affichés',
    en: 'Risk templates listed',
  },
  'events.add-risk-template': {
    ar: 'إضافة نموذج مخاطر',
    fr: 'Modèle de risque ajouté',
    en: 'Risk template added',
  },
  'events.edit-risk-template': {
    ar: 'تعديل نموذج مخاطر',
    fr: 'Modèle de risque modifié',
    en: 'Risk template changed',
  },
  'events.retire-risk-template': {
    ar: 'إيقاف نموذج مخاطر',
    fr: 'Modèle de risque retiré',
    en: 'Risk template retired',
  },
  'events.restore-risk-template': {
    ar: 'إعادة نموذج مخاطر إلى العمل',
    fr: 'Modèle de risque remis en usage',
    en: 'Risk template brought back',
  },
  'events.reset-risk-template': {
    ar: 'إعادة نموذج مخاطر إلى أصله',
    fr: 'Modèle de risque ramené à l’original',
    en: 'Risk template set back',
  },
  'events.preview-posts': {
    ar: 'معاينة مراكز العمل قبل إنشائها',
    fr: 'Aperçu des postes à créer',
    en: 'Posts previewed',
  },
  'events.generate-posts': {
    ar: 'إنشاء مراكز عمل من النماذج',
    fr: 'Postes créés d’après les modèles',
    en: 'Posts made from templates',
  },
  'events.list-visitor-analyses': {
    ar: 'عرض تحليلات الشركاء',
    fr: 'Analyses des partenaires affichées',
    en: 'Partners’ analyses listed',
  },
  'events.read-visitor-text': {
    ar: 'قراءة نص طلب التحليل',
    fr: 'Texte de la demande d’analyse lu',
    en: 'Text of the analysis request read',
  },
  'events.ask-visitor-analyses': {
    ar: 'طلب تحليل مخاطر الزوار من شركاء',
    fr: 'Analyses de risque visiteurs demandées',
    en: 'Visitor risk analyses asked for',
  },
});
