import { defineFaults } from '../../../kernel/faults.ts';

/** What can go wrong with originator control, and what to do about it. */
defineFaults({
  'control/deadline-unsound': {
    status: 422,
    ar: 'يجب أن يقع أجل الامتثال بعد الآن وفي غضون {days} يوماً. غيّر الأجل.',
    fr: 'Le délai d’exécution doit tomber dans les {days} prochains jours. Changez-le.',
    en: 'The deadline must lie ahead and within {days} days. Change it.',
  },
  'control/would-widen': {
    status: 422,
    ar: 'لا يجوز أن يوسّع الوسم الجديد دائرة من يحوز المعلومة، ولا أن يُخرج جهازك منها. اختر من بين الحائزين وحدهم.',
    fr: 'Le nouveau marquage ne peut ni ajouter de détenteur ni exclure votre service. Choisissez parmi les détenteurs actuels.',
    en: 'The new marking may not add a holder, nor leave your own service out. Choose among those who hold it.',
  },
  'control/nothing-changes': {
    status: 422,
    ar: 'الوسم الجديد هو الوسم الحالي نفسه. غيّر فيه شيئاً أو اسحب المعلومة.',
    fr: 'Le nouveau marquage est identique à l’actuel. Modifiez-le, ou retirez l’information.',
    en: 'The new marking is the present one. Change something in it, or withdraw the item.',
  },
  'control/label-too-low': {
    status: 422,
    ar: 'في المعلومة أجزاء لا يجوز أن تصل الحائزين بهذا الوسم الأخف. اسحبها واكتب واحدة جديدة.',
    fr: 'Sous ce TLP moins strict, certaines parties n’auraient pas été transmises. Retirez l’information et rédigez-en une nouvelle.',
    en: 'Under this looser label some parts would not have been sent. Withdraw the item and compose a new one.',
  },
  'control/forged': {
    status: 403,
    ar: 'التوقيع ليس توقيع من نُسبت إليه الرسالة. لم يُحفظ شيء منها.',
    fr: 'La signature n’est pas celle de l’auteur indiqué. Rien n’a été enregistré.',
    en: 'The signature is not that of the party named. Nothing was stored.',
  },
  'control/not-the-originators': {
    status: 403,
    ar: 'لا يسحب المعلومةَ إلا من أصدرها.',
    fr: 'Seul le service émetteur peut rappeler cette information.',
    en: 'Only its originator can recall this item.',
  },
  'control/recalled': {
    status: 409,
    ar: 'سحبت الجهة المصدرة هذه النسخة، فلا تُقبل من جديد.',
    fr: 'Cette version a été rappelée par son émetteur ; elle n’est plus acceptée.',
    en: 'This version was recalled by its originator and is not taken in again.',
  },
  'control/too-many-early': {
    status: 429,
    ar: 'بلغ عدد حالات سحب معلومات غير موجودة هنا الحد الأقصى.',
    fr: 'Trop de rappels d’informations absentes de ce service.',
    en: 'There are too many recalls of items that are not here.',
  },
  'control/own-question': {
    status: 403,
    ar: 'من طلب الإذن لا يحيل المعلومة بنفسه: يلزم شخص ثانٍ (مبدأ التوقيعين).',
    fr: 'L’auteur de la demande ne peut pas transmettre lui-même : un second agent doit le faire (double validation).',
    en: 'Who asked for consent may not pass the item on himself: a second person must (four eyes).',
  },
  'control/too-many-questions': {
    status: 429,
    ar: 'ينتظر {limit} طلباً بشأن هذه المعلومة جواب الجهة المصدرة. انتظر جوابها.',
    fr: '{limit} demandes sur cette information attendent déjà la réponse de l’émetteur.',
    en: '{limit} questions about this item already wait for the originator’s answer.',
  },
  'control/recipients-unsound': {
    status: 422,
    ar: 'لا يمكن أن تشمل القائمة: {parties}. صحّح الجهات المذكورة.',
    fr: 'Ces destinataires ne peuvent pas figurer dans la demande : {parties}. Corrigez la liste.',
    en: 'These parties cannot be named here: {parties}. Correct the list.',
  },
  'control/red-unnamed': {
    status: 422,
    ar: 'المعلومة موسومة TLP:RED، ولا يُؤذن بإحالتها إلا بذكر ذلك صراحةً.',
    fr: 'L’information est TLP:RED : l’accord doit le mentionner expressément.',
    en: 'The item is TLP:RED: consent must name that explicitly.',
  },
  'control/until-unsound': {
    status: 422,
    ar: 'يجب أن يقع آخر يوم للإحالة بين اليوم وتاريخ محو المعلومة.',
    fr: 'La date limite doit se situer entre aujourd’hui et la date d’effacement.',
    en: 'The last day must lie between today and the day on which the item is erased.',
  },
  'control/no-consent': {
    status: 409,
    ar: 'لا يسمح إذن الجهة المصدرة بهذه الإحالة ({gap}) إلى: {parties}. اطلب إذناً جديداً.',
    fr: 'L’accord de l’émetteur ne permet pas cette transmission ({gap}) à : {parties}. Demandez un nouvel accord.',
    en: 'The originator’s consent does not allow this ({gap}) for: {parties}. Ask for a new one.',
  },
  'control/already-shared': {
    status: 409,
    ar: 'أُحيلت المعلومة من قبل بموجب هذا الإذن إلى: {parties}.',
    fr: 'Déjà transmise, au titre de cet accord, à : {parties}.',
    en: 'It was already passed on under this consent to: {parties}.',
  },
  'control/unreachable': {
    status: 409,
    ar: 'لا ربط نشطاً بالجهة المصدرة ولا بمن أحال المعلومة. حاول بعد عودة الربط.',
    fr: 'Aucune liaison active avec l’émetteur ni avec le service qui a transmis. Réessayez quand elle sera rétablie.',
    en: 'There is no active link with the originator, nor with who passed the item on. Try again when there is.',
  },
});
