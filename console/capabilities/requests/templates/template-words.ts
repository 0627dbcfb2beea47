import { defineWords } from '../../../kit/define-words.ts';

export const templateWords = defineWords({
  title: { ar: 'نماذج الطلبات', fr: 'Modèles de demande', en: 'Templates' },
  teach: {
    ar: 'ما يُطلب في كل ميدان كل مرة. نماذج البرنامج تُنسخ ولا تُغيَّر؛ نماذج جهازك تضيفها وتعدلها وتسحبها.',
    fr: 'Ce qui se demande chaque fois, par domaine. Les modèles du logiciel se copient ; ceux de votre service s’ajoutent, se modifient et se retirent.',
    en: 'What is asked each time, by field. Those of the program are copied; those of your service are added, changed and retired.',
  },
  use: { ar: 'ابدأ من نموذج', fr: 'Partir d’un modèle', en: 'Begin from a template' },
  useTeach: {
    ar: 'يملأ الموضوع والسؤال والغاية والاستعجال ولغات الرد. عدّل ما شئت بعد ذلك.',
    fr: 'Remplit l’objet, la question, la finalité, l’urgence et les langues de réponse. Tout reste modifiable.',
    en: 'It fills in title, question, purpose, urgency and languages. Change what you like afterwards.',
  },
  none: { ar: 'بدون نموذج', fr: 'Sans modèle', en: 'No template' },
  builtIn: { ar: 'من البرنامج', fr: 'Du logiciel', en: 'Built in' },
  own: { ar: 'نموذج جهازك', fr: 'De votre service', en: 'Of your service' },
  retired: { ar: 'مسحوب', fr: 'Retiré', en: 'Retired' },
  add: { ar: 'نموذج جديد', fr: 'Nouveau modèle', en: 'New template' },
  copy: { ar: 'نسخ وتعديل', fr: 'Copier et adapter', en: 'Copy and adapt' },
  edit: { ar: 'تعديل', fr: 'Modifier', en: 'Change' },
  retire: { ar: 'سحب', fr: 'Retirer', en: 'Retire' },
  restore: { ar: 'إعادة', fr: 'Rétablir', en: 'Bring back' },
  save: { ar: 'حفظ', fr: 'Enregistrer', en: 'Save' },
  saved: { ar: 'حُفظ النموذج.', fr: 'Modèle enregistré.', en: 'The template is saved.' },
  field: { ar: 'الميدان', fr: 'Domaine', en: 'Field' },
  purpose: { ar: 'الغاية', fr: 'Finalité', en: 'Purpose' },
  urgency: { ar: 'درجة الاستعجال', fr: 'Urgence', en: 'Urgency' },
  name: { ar: 'اسم النموذج', fr: 'Nom du modèle', en: 'Name of the template' },
  heading: { ar: 'الموضوع', fr: 'Objet', en: 'Title' },
  question: { ar: 'السؤال', fr: 'Question', en: 'Question' },
  reason: { ar: 'سبب الاستعجال', fr: 'Motif de l’urgence', en: 'Why it is urgent' },
  empty: {
    ar: 'اكتبه بلغة واحدة على الأقل: الاسم والموضوع والسؤال.',
    fr: 'Rédigez-le dans une langue au moins : nom, objet et question.',
    en: 'Write it in one language at least: name, title and question.',
  },
});
