import { defineWords } from '../../kit/define-words.ts';

/** What is unusual and not forbidden: said to the author and to the contact point, who decide. */
export const cautionsWords = defineWords({
  looser: {
    ar: 'الوسم أوسع مما اتفقت عليه الأطراف. إن لم يكن لذلك سبب، فشدّده.',
    fr: 'Le marquage est plus souple que celui convenu entre les parties. Sans raison particulière, resserrez-le.',
    en: 'The marking is looser than the parties agreed. Unless there is a reason, tighten it.',
  },
  tlp: { ar: 'التوزيع (TLP)', fr: 'Diffusion (TLP)', en: 'Distribution (TLP)' },
  pap: { ar: 'الإجراءات المسموح بها (PAP)', fr: 'Actions permises (PAP)', en: 'Permitted actions (PAP)' },
  handling: { ar: 'شروط الاستعمال', fr: 'Conditions d’emploi', en: 'Handling conditions' },
  reviewOn: { ar: 'تاريخ المراجعة متأخر', fr: 'Réexamen plus tardif', en: 'A later review' },
  eraseOn: { ar: 'تاريخ المحو متأخر', fr: 'Effacement plus tardif', en: 'A later erasure' },
  foreign: {
    ar: '{count, plural, zero {} one {عنصر واحد منسوب إلى جهة ليست ضمن المحتوى. تحقق من أن لك حق تقاسمه.} two {عنصران منسوبان إلى جهة ليست ضمن المحتوى. تحقق من أن لك حق تقاسمهما.} few {# عناصر منسوبة إلى جهة ليست ضمن المحتوى. تحقق من أن لك حق تقاسمها.} many {# عنصراً منسوبة إلى جهة ليست ضمن المحتوى. تحقق من أن لك حق تقاسمها.} other {# عنصر منسوبة إلى جهة ليست ضمن المحتوى. تحقق من أن لك حق تقاسمها.}}',
    fr: '{count, plural, =0 {} one {# objet se dit créé par un tiers qui ne figure pas dans le contenu. Vérifiez que vous pouvez le partager.} other {# objets se disent créés par un tiers qui ne figure pas dans le contenu. Vérifiez que vous pouvez les partager.}}',
    en: '{count, plural, =0 {} one {# object names a creator who is not part of the content. Check that you may share it.} other {# objects name a creator who is not part of the content. Check that you may share them.}}',
  },
});
