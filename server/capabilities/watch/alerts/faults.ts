import { defineFaults } from '../../../kernel/faults.ts';

/** What can be wrong with alerts, and what to do about it. */
defineFaults({
  'watch/own-alert': {
    status: 403,
    ar: 'كتبتَ هذا الإنذار بنفسك: يرسله شخص ثانٍ، إلا إن كان فورياً.',
    fr: 'Vous avez rédigé cette alerte : une seconde personne l’envoie, sauf si elle est immédiate.',
    en: 'You wrote this alert: a second person sends it, unless it is immediate.',
  },
  'watch/alert-names-person': {
    status: 422,
    ar: 'يُعرض الإنذار على الجميع: لا تذكر فيه شخصاً ولا هاتفاً ولا بريداً. أرسل ذلك في معلومة.',
    fr: 'Une alerte s’affiche au mur : n’y mettez ni personne, ni téléphone, ni adresse. Transmettez-les dans une information.',
    en: 'An alert is shown on the wall: name no person, telephone or address in it. Send those in an item.',
  },
  'watch/alert-beside-circle': {
    status: 422,
    ar: 'اخترت دائرة وسمّيت أجهزة ليست فيها ({parties}). احذفها، أو ألغِ الدائرة وسمِّ كل الأجهزة.',
    fr: 'Un cercle est choisi, mais ces services n’en font pas partie : {parties}. Retirez-les, ou nommez tous les services sans cercle.',
    en: 'A circle is chosen, and these services are not in it: {parties}. Take them out, or name all services without a circle.',
  },
  'watch/alert-no-recipient': {
    status: 422,
    ar: 'لا أحد يتلقى هذا الإنذار. اختر دائرة أو جهازاً.',
    fr: 'Personne ne reçoit cette alerte. Choisissez un cercle ou un service.',
    en: 'Nobody receives this alert. Choose a circle or a service.',
  },
  'watch/alert-not-covered': {
    status: 422,
    ar: 'لا يغطي الاتفاق هذا الإنذار لكل المتلقين ({gap}). اختر اتفاقاً آخر أو متلقين آخرين، أو غيّر المجال أو الغرض.',
    fr: 'L’accord ne couvre pas cette alerte pour tous les destinataires ({gap}). Choisissez un autre accord ou d’autres destinataires, ou changez de domaine ou de finalité.',
    en: 'The agreement does not cover this alert for every recipient ({gap}). Choose another agreement or other recipients, or change field or purpose.',
  },
  'watch/alert-state': {
    status: 409,
    ar: 'سبق أن أُرسل هذا الإنذار أو أُقرّ بتلقيه.',
    fr: 'Cette alerte a déjà été envoyée, ou il en a déjà été accusé réception.',
    en: 'This alert was sent, or acknowledged, before.',
  },
  'watch/alert-expired': {
    status: 409,
    ar: 'انتهت صلاحية هذا الإنذار.',
    fr: 'Cette alerte est expirée.',
    en: 'This alert has expired.',
  },
  'watch/alert-ended': {
    status: 409,
    ar: 'أُلغي هذا الإنذار أو حلّ محله تحديث، فلم يعد ينتظر شيئاً.',
    fr: 'Cette alerte a été levée, ou une mise à jour l’a remplacée : elle n’attend plus rien.',
    en: 'This alert was called off, or an update took its place: nothing is waited for any more.',
  },
  'watch/message-unsound': {
    status: 422,
    ar: 'الرسالة غير سليمة: {problems}.',
    fr: 'Le message est mal formé : {problems}.',
    en: 'The message is not sound: {problems}.',
  },
  'watch/not-for-us': {
    status: 403,
    ar: 'هذا الإنذار ليس من مرسله أو ليس موجهاً إلينا.',
    fr: 'Cette alerte n’émane pas de son expéditeur, ou ne nous est pas destinée.',
    en: 'This alert is not its sender’s own, or not for us.',
  },
});
