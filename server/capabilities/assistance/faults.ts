import { defineFaults } from '../../kernel/faults.ts';

/** What can be wrong with asks and answers, and what to do about it. */
defineFaults({
  'assistance/unsound': {
    status: 422,
    ar: 'بيانات غير مكتملة أو متناقضة: {problems}. صحّحها ثم أعد الحفظ.',
    fr: 'Des indications manquent ou se contredisent : {problems}. Corrigez-les puis enregistrez.',
    en: 'Some details are missing or contradict each other: {problems}. Correct them and save again.',
  },
  'assistance/hidden-text': {
    status: 422,
    ar: 'في النص علامات لا تُرى وقد تُضلّل القارئ. اكتبه من جديد.',
    fr: 'Le texte contient des signes invisibles qui peuvent tromper le lecteur. Saisissez-le à nouveau.',
    en: 'The text holds signs that are not seen and can mislead. Type it anew.',
  },
  'assistance/no-recipient': {
    status: 422,
    ar: 'لم يُحدَّد أي جهاز شريك. اختر دائرة أو شريكاً واحداً على الأقل.',
    fr: 'Aucun partenaire n’est sollicité. Choisissez un cercle ou au moins un service.',
    en: 'No partner is asked. Choose a circle or at least one service.',
  },
  'assistance/not-covered': {
    status: 422,
    ar: 'لا يغطي الاتفاق هذا الطلب لكل الشركاء ({gap}). اختر اتفاقاً آخر أو شركاء آخرين.',
    fr: 'L’accord ne couvre pas cette demande pour tous les partenaires ({gap}). Choisissez un autre accord ou d’autres partenaires.',
    en: 'The agreement does not cover this ask for every partner ({gap}). Choose another agreement or other partners.',
  },
  'assistance/own-words': {
    status: 403,
    ar: 'كتبتَ هذا بنفسك: يأذن بإرساله شخص آخر.',
    fr: 'Vous en êtes l’auteur : une autre personne en autorise l’envoi.',
    en: 'You wrote this yourself: another person lets it leave.',
  },
  'assistance/state': {
    status: 409,
    ar: 'تغيّرت الوضعية في هذه الأثناء ولم يعد هذا الإجراء ممكناً. أعد فتح الصفحة.',
    fr: 'La situation a changé entre-temps : cette action n’est plus possible. Rouvrez la page.',
    en: 'Things have changed meanwhile, and this can no longer be done. Open the page again.',
  },
  'assistance/offer-accepted': {
    status: 409,
    ar: 'قُبل عرضكم وهو ملزم للطرفين. لتعرضوا غيره ينتظر جهازكم أن تطلب الجهة الطالبة المزيد، أو يسحب العرض المقبول أولاً.',
    fr: 'Votre offre est acceptée et engage les deux parties. Pour en faire une autre, attendez un complément demandé par le demandeur, ou retirez d’abord l’offre acceptée.',
    en: 'Your offer was accepted and binds both sides. To make another, wait until the host asks for more, or withdraw the accepted offer first.',
  },
  'assistance/ended': {
    status: 409,
    ar: 'سُحب طلب الدعم أو انقضت مدته، فلم يعد يُنتظر أي رد.',
    fr: 'La demande est retirée ou sa période est passée : plus aucune réponse n’est attendue.',
    en: 'The ask was withdrawn or its period is over: no answer is waited for any more.',
  },
  'assistance/address-fixed': {
    status: 409,
    ar: 'صدر الطلب من قبل: يبقى الشركاء والاتفاق كما هما. لدعوة شركاء آخرين حرّر طلباً جديداً.',
    fr: 'La demande a déjà été émise : partenaires et accord ne changent plus. Pour en solliciter d’autres, rédigez une nouvelle demande.',
    en: 'The ask was issued before: partners and agreement stay. To ask others, write a new ask.',
  },
  'assistance/step-waits': {
    status: 409,
    ar: 'هناك رد آخر لهذا الشريك ينتظر الإذن بالإرسال. استرجعه أو انتظر.',
    fr: 'Une autre réponse à ce partenaire attend déjà l’autorisation d’envoi. Reprenez-la ou patientez.',
    en: 'Another step with this partner waits for release already. Take it back, or wait.',
  },
  'assistance/offer-lapsed': {
    status: 409,
    ar: 'انقضى أجل هذا العرض. اطلب من الشريك عرضاً جديداً.',
    fr: 'Cette offre n’est plus valable. Demandez-en une nouvelle au partenaire.',
    en: 'The time of this offer is over. Ask the partner for a new one.',
  },
  'assistance/full': {
    status: 409,
    ar: 'بلغ هذا الطلب الحد الأقصى من النسخ أو الردود. حرّر طلباً جديداً.',
    fr: 'Cette demande a atteint le nombre maximal de versions ou de réponses. Rédigez-en une nouvelle.',
    en: 'This ask has reached its most versions or steps. Write a new one.',
  },
  'assistance/message-unsound': {
    status: 422,
    ar: 'الرسالة غير سليمة: {problems}.',
    fr: 'Le message est mal formé : {problems}.',
    en: 'The message is not sound: {problems}.',
  },
  'assistance/not-for-us': {
    status: 403,
    ar: 'هذه الرسالة ليست من مرسلها أو ليست موجهة إلينا.',
    fr: 'Ce message n’émane pas de son expéditeur, ou ne nous est pas destiné.',
    en: 'This message is not its sender’s own, or not for us.',
  },
});
