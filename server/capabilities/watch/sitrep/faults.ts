import { defineFaults } from '../../../kernel/faults.ts';

/** What can be wrong with a situation report, and what to do about it. */
defineFaults({
  'watch/sitrep-period': {
    status: 422,
    ar: 'الفترة غير صالحة: تبدأ قبل أن تنتهي، وتنتهي الآن أو قبله، ولا تتجاوز {days} يوماً.',
    fr: 'Période non valable : elle commence avant de finir, finit au plus tard maintenant et couvre {days} jours au plus.',
    en: 'The period is not valid: it begins before it ends, ends now or earlier, and covers at most {days} days.',
  },
  'watch/sitrep-too-many': {
    status: 413,
    ar: 'في الفترة أكثر من {limit} قيد. اختر فترة أقصر.',
    fr: 'La période compte plus de {limit} inscriptions. Choisissez-en une plus courte.',
    en: 'The period holds more than {limit} entries. Take a shorter one.',
  },
  'watch/sitrep-too-long': {
    status: 413,
    ar: 'النشرة أطول من الحد ({limit}). احذف فقرات أو اختر فترة أقصر.',
    fr: 'Le point dépasse la limite ({limit}). Retirez des paragraphes ou choisissez une période plus courte.',
    en: 'The report is longer than its limit ({limit}). Drop paragraphs or take a shorter period.',
  },
  'watch/sitrep-circle': {
    status: 422,
    ar: 'الدائرة غير معروفة أو لا يشارك فيها جهازك مع غيره. اختر دائرة من القائمة.',
    fr: 'Cercle inconnu, ou dont votre service n’est pas membre avec d’autres. Choisissez-le dans la liste.',
    en: 'The circle is not known, or your service is not in it with others. Pick one from the list.',
  },
  'watch/sitrep-circle-changed': {
    status: 409,
    ar: 'تغيّر أعضاء الدائرة منذ تجميع النشرة. ابدأ نسخة جديدة حتى يصل إلى كل طرف ما يحق له فقط.',
    fr: 'Les membres du cercle ont changé depuis l’assemblage. Faites une nouvelle version : chacun ne doit recevoir que ce qui lui revient.',
    en: 'The members of the circle have changed since it was assembled. Make a new version, so that each gets only what is his.',
  },
  'watch/sitrep-state': {
    status: 409,
    ar: 'لا يصح هذا الإجراء والنشرة في حالتها الحالية ({state}). حدّث الصفحة.',
    fr: 'Cette action n’est pas possible dans l’état actuel du point ({state}). Actualisez la page.',
    en: 'This cannot be done while the report is {state}. Reload the page.',
  },
  'watch/sitrep-too-many-requests': {
    status: 413,
    ar: 'في الفترة أكثر من {limit} طلب معلومات. اختر فترة أقصر.',
    fr: 'La période compte plus de {limit} demandes d’information. Choisissez-en une plus courte.',
    en: 'The period holds more than {limit} requests. Take a shorter one.',
  },
  'watch/sitrep-four-eyes': {
    status: 403,
    ar: 'لا يعتمد النشرة من شارك في إعدادها. يعتمدها رئيس مركز آخر.',
    fr: 'Qui a rédigé le point ne l’approuve pas. Un autre chef de centre doit le faire.',
    en: 'Whoever wrote in the report does not approve it. Another centre head does.',
  },
  'watch/sitrep-unknown-source': {
    status: 422,
    ar: 'في النشرة فقرة منسوبة إلى قيد لم يُجمَّع فيها، أو وردت مرتين. احذفها أو اجعلها نصاً حراً.',
    fr: 'Un paragraphe renvoie à une inscription qui n’a pas été assemblée ici, ou y figure deux fois. Retirez-le ou faites-en un texte libre.',
    en: 'A paragraph names an entry that was not assembled here, or stands twice. Take it out or make it free text.',
  },
  'watch/sitrep-label': {
    status: 422,
    ar: 'في النشرة ما وسمه أشد من الوسم المختار ({label}). احذفه منها أو اختر وسماً أشد.',
    fr: 'Le point contient des éléments sous un marquage plus strict que {label}. Retirez-les, ou choisissez un marquage plus strict.',
    en: 'What stands in the report is under a stricter label than {label}. Take it out, or choose a stricter label.',
  },
  'watch/sitrep-section': {
    status: 422,
    ar: 'أقسام النشرة لا توافق نموذجها. حدّث الصفحة وأعد المحاولة.',
    fr: 'Les rubriques ne sont pas celles du modèle. Actualisez la page et recommencez.',
    en: 'The sections are not those of its template. Reload the page and try again.',
  },
  'watch/sitrep-empty': {
    status: 422,
    ar: 'النشرة بلا فقرات. أضف ما يقال، ولو أن لا شيء يُذكر.',
    fr: 'Le point est vide. Écrivez au moins qu’il n’y a rien à signaler.',
    en: 'The report says nothing. Write at least that there is nothing to report.',
  },
  'watch/sitrep-stale': {
    status: 409,
    ar: 'صُحّحت قيود وردت في النشرة أو مُحيت بعد تجميعها: {numbers}. حدّث الفقرات أو احذفها، أو ابدأ نسخة جديدة.',
    fr: 'Des inscriptions reprises ici ont été corrigées ou effacées depuis : {numbers}. Mettez les paragraphes à jour ou retirez-les, ou faites une nouvelle version.',
    en: 'Entries that stand here were corrected or erased since: {numbers}. Update or drop their paragraphs, or make a new version.',
  },
  'watch/sitrep-item-fixed': {
    status: 409,
    ar: 'هذه المعلومة نشرة معتمدة: لا يتغير عنوانها ولا نصها ولا وسمها ولا دائرتها. ابدأ نسخة جديدة من النشرة.',
    fr: 'Cette information est un point approuvé : titre, texte, marquage et cercle ne changent plus. Faites une nouvelle version du point.',
    en: 'This item is an approved report: its title, text, marking and circle do not change any more. Make a new version of the report.',
  },
  'watch/sitrep-gone': {
    status: 409,
    ar: 'سُحب مضمون هذه النشرة أو مُحي. لم يبق منها إلا أثرها.',
    fr: 'Le contenu de ce point a été rappelé ou effacé. Il n’en reste que la trace.',
    en: 'The content of this report was recalled or erased. Only its trace remains.',
  },
});
