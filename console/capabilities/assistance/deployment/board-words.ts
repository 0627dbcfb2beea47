import { defineWords } from '../../../kit/define-words.ts';

/** The board of the deployment manager. */
export const boardWords = defineWords({
  title: { ar: 'لوحة الضباط الزائرين', fr: 'Tableau des détachements', en: 'Deployment board' },
  teach: {
    ar: 'ما ينتظر قراراً اليوم. كل سطر يقود إلى ما يعالجه.',
    fr: 'Ce qui attend une décision aujourd’hui. Chaque ligne mène à l’acte qui la règle.',
    en: 'What waits for a decision today. Each row leads to the act that mends it.',
  },
  arriving: { ar: 'يصلون اليوم', fr: 'Arrivent aujourd’hui', en: 'Arriving today' },
  'to-vet': { ar: 'بانتظار التدقيق', fr: 'À cribler', en: 'To vet' },
  'to-accredit': { ar: 'بانتظار الاعتماد', fr: 'À accréditer', en: 'To accredit' },
  'papers-missing': { ar: 'وثائق ناقصة', fr: 'Papiers manquants', en: 'Papers missing' },
  expiring: { ar: 'وثائق تنتهي قريباً', fr: 'Échéances proches', en: 'Expiring' },
  unpaired: { ar: 'بلا ضابط مرافق', fr: 'Sans binôme', en: 'Unpaired' },
  'no-briefing': {
    ar: 'بلا تعليمات يفهمونها',
    fr: 'Sans briefing compréhensible',
    en: 'No briefing they understand',
  },
  idle: { ar: 'بلا مهمة', fr: 'Sans mission', en: 'Idle' },
  more: {
    ar: 'و{count, plural, zero {لا غيرهم} one {واحد آخر} two {اثنان آخران} few {# آخرون} many {# آخرون} other {# آخرون}}',
    fr: 'et {count, plural, one {# autre} other {# autres}}',
    en: 'and {count, plural, one {# more} other {# more}}',
  },
  allClear: { ar: 'لا شيء ينتظر', fr: 'Rien n’attend', en: 'Nothing waits' },
  allClearTeach: {
    ar: 'كل من وصل له مرافق ووثائقه سارية. يظهر هنا ما يستجدّ فوراً.',
    fr: 'Chaque officier présent a son binôme et des papiers valables. Ce qui survient s’affiche ici aussitôt.',
    en: 'Everyone who is here has a host officer and valid papers. What comes up is shown here at once.',
  },
  fill: {
    ar: 'التغطية بحسب التخصص والشريك',
    fr: 'Taux de couverture par spécialité et partenaire',
    en: 'Fill rate by specialty and partner',
  },
  specialty: { ar: 'التخصص والشريك', fr: 'Spécialité, partenaire', en: 'Specialty, partner' },
  partner: { ar: 'الشريك', fr: 'Partenaire', en: 'Partner' },
  asked: { ar: 'مطلوب', fr: 'Demandés', en: 'Asked' },
  accepted: { ar: 'مقبول', fr: 'Acceptés', en: 'Accepted' },
  named: { ar: 'معيَّن', fr: 'Désignés', en: 'Named' },
  arrived: { ar: 'وصل', fr: 'Arrivés', en: 'Arrived' },
  rate: { ar: 'النسبة', fr: 'Taux', en: 'Rate' },
  noFill: {
    ar: 'لا طلب ولا عرض مقبول بعد.',
    fr: 'Aucune demande ni offre acceptée pour l’instant.',
    en: 'Nothing is asked or accepted yet.',
  },
  costs: {
    ar: 'النفقات في الأشهر الأربعة الأخيرة',
    fr: 'Dépenses des quatre derniers mois',
    en: 'Costs of the last four months',
  },
  bearer: { ar: 'يتحمّلها', fr: 'À la charge', en: 'Borne by' },
  host: { ar: 'البلد المضيف', fr: 'du pays hôte', en: 'the host' },
  sender: { ar: 'الجهاز الموفِد', fr: 'du service d’envoi', en: 'the sending service' },
  shared: { ar: 'الطرفان', fr: 'des deux', en: 'both' },
  amount: { ar: 'المبلغ', fr: 'Montant', en: 'Amount' },
  noCosts: { ar: 'لم تُسجَّل نفقات.', fr: 'Aucune dépense enregistrée.', en: 'No costs were recorded.' },
  officers: { ar: 'الضباط والفرق', fr: 'Officiers et équipes', en: 'Officers and teams' },
});
