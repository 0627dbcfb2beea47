import { defineFaults } from '../../../kernel/faults.ts';

defineFaults({
  'requests/too-many-templates': {
    status: 409,
    ar: 'بلغ عدد نماذج الجهاز حده الأقصى ({limit}). عدّل نموذجاً قائماً.',
    fr: 'Le nombre de modèles du service a atteint son maximum ({limit}). Modifiez un modèle existant.',
    en: 'Your service has as many templates as there can be ({limit}). Change one of them.',
  },
});
