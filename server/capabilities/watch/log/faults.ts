import { defineFaults } from '../../../kernel/faults.ts';

/** What can be wrong with an entry of the log, and what to do about it. */
defineFaults({
  'watch/line-unsound': {
    status: 422,
    ar: 'لم يُقيَّد شيء: تعذّر فهم {said}. صحّح الأمر، أو ابدأ السطر بـ // ليُكتب كما هو.',
    fr: 'Rien n’a été inscrit : {said} n’est pas compris. Corrigez la commande, ou commencez la ligne par // pour l’écrire telle quelle.',
    en: 'Nothing was entered: {said} is not understood. Correct the command, or begin the line with // to write it as it is.',
  },
  'watch/nothing-written': {
    status: 422,
    ar: 'السطر أوامر فقط بلا نص. اكتب ما حدث.',
    fr: 'La ligne ne contient que des commandes. Écrivez ce qui s’est passé.',
    en: 'The line holds only commands. Write what happened.',
  },
  'watch/too-long': {
    status: 413,
    ar: 'القيد أطول من {limit} حرف. قسّمه إلى قيدين، أو أنشئ منه معلومة.',
    fr: 'L’inscription dépasse {limit} caractères. Scindez-la, ou faites-en une information.',
    en: 'The entry is longer than {limit} characters. Split it, or make an item of it.',
  },
  'watch/time-ahead': {
    status: 422,
    ar: 'لم تحن الساعة {told} بعد: الساعة الآن {now} بتوقيت {zone}. اكتب وقت ما حدث، أو عدد الدقائق قبل الآن: /وقت -15.',
    fr: 'Il n’est pas encore {told} : il est {now} ({zone}). Indiquez l’heure du fait, ou les minutes écoulées : /heure -15.',
    en: 'It is not {told} yet: it is {now} ({zone}). Say when it happened, or how many minutes ago: /at -15.',
  },
  'watch/above-clearance': {
    status: 403,
    ar: 'هذا الوسم أعلى مما يبلغه تصريحك، ولم يُكتب شيء. اختر وسماً أدنى، أو اطلب من زميل مصرَّح له أن يكتبه.',
    fr: 'Ce marquage dépasse votre habilitation ; rien n’a été inscrit. Choisissez un niveau plus bas, ou faites écrire un collègue habilité.',
    en: 'This label is above your clearance, and nothing was written. Choose a lower one, or ask a colleague who is cleared to write it.',
  },
  'watch/unknown-circle': {
    status: 422,
    ar: 'لا توجد دائرة واحدة بهذا الاسم: {said}. اخترها من القائمة.',
    fr: 'Aucun cercle, ou plusieurs, portent ce nom : {said}. Choisissez-le dans la liste.',
    en: 'There is no circle, or more than one, of this name: {said}. Pick it from the list.',
  },
  'watch/unknown-entry': {
    status: 422,
    ar: 'لا يوجد قيد رقم {number} أو أنه غير متاح لك. تحقق من الرقم.',
    fr: 'Il n’y a pas d’inscription n° {number}, ou elle ne vous est pas accessible. Vérifiez le numéro.',
    en: 'There is no entry {number}, or none that you may see. Check the number.',
  },
  'watch/correction-keeps-marking': {
    status: 422,
    ar: 'يأخذ التصحيح وسم القيد المصحَّح ودائرته كما هما. احذف {fields}.',
    fr: 'Une correction garde le marquage et le cercle de l’inscription corrigée. Retirez : {fields}.',
    en: 'A correction keeps the marking and the circle of what it corrects. Take out: {fields}.',
  },
  'watch/marking-unsound': {
    status: 422,
    ar: 'وسم القيد غير متسق: {fields}.',
    fr: 'Le marquage de l’inscription est incohérent : {fields}.',
    en: 'The marking of the entry does not hold together: {fields}.',
  },
  'watch/attachment-unknown': {
    status: 422,
    ar: 'لم يعد أحد الملفات المرفوعة متاحاً، ولم يُقيَّد شيء. احذفه وأرفقه من جديد.',
    fr: 'Un des fichiers joints n’est plus disponible ; rien n’a été inscrit. Retirez-le et joignez-le de nouveau.',
    en: 'One of the files is no longer here, and nothing was entered. Take it off and attach it again.',
  },
  'watch/attachment-too-large': {
    status: 413,
    ar: 'الملف أكبر من حد السجل ({limitBytes} بايت)، ولم يُقيَّد شيء. صغّره، أو أرسله في معلومة.',
    fr: 'Le fichier dépasse la limite de la main courante ({limitBytes} octets) ; rien n’a été inscrit. Réduisez-le, ou transmettez-le dans une information.',
    en: 'The file is larger than the log takes ({limitBytes} bytes), and nothing was entered. Make it smaller, or send it in an item.',
  },
  'watch/erased': {
    status: 409,
    ar: 'مُحي مضمون هذا القيد. لم يبق منه إلا أثره.',
    fr: 'Le contenu de cette inscription a été effacé. Il n’en reste que la trace.',
    en: 'The content of this entry was erased. Only its trace remains.',
  },
});
