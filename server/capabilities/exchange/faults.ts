import { defineFaults } from '../../kernel/faults.ts';
import './detail-words.ts';

/** What can be wrong with items, and what to do about it. */
defineFaults({
  'exchange/marking-unsound': {
    status: 422,
    ar: 'الوسم غير مكتمل أو متناقض: {fields}. صحّحه ثم احفظ.',
    fr: 'Marquage incomplet ou contradictoire : {fields}. Corrigez-le puis enregistrez.',
    en: 'The marking is incomplete or contradicts itself: {fields}. Correct it, then save.',
  },
  'exchange/content-unsound': {
    status: 422,
    ar: 'محتوى STIX غير سليم: {problems}. لم يُحفظ شيء.',
    fr: 'Contenu STIX non valable : {problems}. Rien n’a été enregistré.',
    en: 'The STIX content is not valid: {problems}. Nothing was stored.',
  },
  'exchange/no-agreement': {
    status: 409,
    ar: 'اختر الاتفاق الذي يجري التبادل في إطاره قبل عرض العنصر للإحالة.',
    fr: 'Choisissez l’accord qui fonde l’échange avant de proposer la transmission.',
    en: 'Choose the agreement that this exchange rests on before you propose the release.',
  },
  'exchange/not-covered': {
    status: 409,
    ar: 'لا يغطي الاتفاق هذا التبادل ({gap}) بالنسبة إلى: {parties}.',
    fr: 'L’accord ne couvre pas cet échange ({gap}) pour : {parties}.',
    en: 'The agreement does not cover this exchange ({gap}) for: {parties}.',
  },
  'exchange/no-recipient': {
    status: 409,
    ar: 'اختر دائرة أو جهة مستلمة واحدة على الأقل.',
    fr: 'Choisissez un cercle ou au moins un destinataire.',
    en: 'Choose a circle or at least one recipient.',
  },
  'exchange/not-linked': {
    status: 409,
    ar: 'الربط غير نشط مع: {parties}. لا يمكن الإحالة قبل تفعيله.',
    fr: 'Liaison inactive avec : {parties}. La transmission attend son activation.',
    en: 'The link is not active with: {parties}. Release is not possible until it is.',
  },
  'exchange/wrong-state': {
    status: 409,
    ar: 'لا يمكن ذلك وحالة العنصر «{state}». أعد تحميله.',
    fr: 'Impossible : l’élément est à l’état « {state} ». Rechargez-le.',
    en: 'This cannot be done while the item is “{state}”. Reload it.',
  },
  'exchange/unknown-circle': {
    status: 422,
    ar: 'الدائرة المختارة غير موجودة أو ليس جهازك عضواً فيها. اختر دائرة أخرى أو سمِّ الجهات المستلمة.',
    fr: 'Le cercle choisi n’existe pas, ou votre service n’en est pas membre. Choisissez-en un autre ou nommez les destinataires.',
    en: 'The circle chosen does not exist, or your service is not in it. Choose another, or name the recipients.',
  },
  'exchange/recipients-beside-circle': {
    status: 422,
    ar: 'اخترت دائرة وسمّيت جهات ليست فيها ({parties}). احذفها، أو ألغِ الدائرة وسمِّ كل الجهات المستلمة.',
    fr: 'Un cercle est choisi, mais ces destinataires n’en font pas partie : {parties}. Retirez-les, ou nommez tous les destinataires sans cercle.',
    en: 'A circle is chosen, and these recipients are not in it: {parties}. Take them out, or name all recipients without a circle.',
  },
  'exchange/unknown-desk': {
    status: 422,
    ar: 'لا يوجد هذا المكتب في جهازك. اختر مكتباً من القائمة.',
    fr: 'Ce bureau n’existe pas dans votre service. Choisissez-en un dans la liste.',
    en: 'Your service has no such desk. Choose one from the list.',
  },
  'exchange/nothing-left': {
    status: 422,
    ar: 'لن يبقى من العنصر شيء بالنسبة إلى: {parties}، لأن كل محتواه محجوب عنه بوسمه أو باختيارك. ارفع وسم العنصر أو احذف هذه الجهة من المستلمين.',
    fr: 'Il ne resterait rien de l’élément pour : {parties}, tout étant retiré par son marquage ou par vous. Relevez le marquage de l’élément ou ôtez ce destinataire.',
    en: 'Nothing of the item would be left for: {parties}, as its marking or your choice withholds all of it. Raise the item’s marking, or take this recipient off.',
  },
  'exchange/withheld-unknown': {
    status: 422,
    ar: 'ما طُلب حجبه غير موجود في العنصر: {objects}. احذفه من قائمة الحجب أو صحّحه.',
    fr: 'Objets à retirer absents de l’élément : {objects}. Ôtez-les de la liste ou corrigez-les.',
    en: 'What is to be withheld is not in the item: {objects}. Take it off the list, or correct it.',
  },
  'exchange/own-release': {
    status: 403,
    ar: 'لا يحيل العنصرَ من كتبه أو عدّل فيه أو عرضه: تلزم مصادقة شخص آخر (مبدأ التوقيعين).',
    fr: 'Qui a rédigé, modifié ou proposé l’élément ne peut le transmettre : un autre agent doit valider (double validation).',
    en: 'Whoever wrote, edited or proposed an item may not release it: another person must (four eyes).',
  },
  'exchange/withheld-required': {
    status: 422,
    ar: 'لا يمكن حجب {paths}: من دونها يصبح العنصر غير سليم. احجب الكائن كله.',
    fr: 'Impossible de retirer {paths} : sans eux, l’objet n’est plus valable. Retirez l’objet entier.',
    en: '{paths} cannot be withheld: without them the object is not valid. Withhold the whole object.',
  },
  'exchange/nothing-to-draw': {
    status: 409,
    ar: 'لا جديد في هذا النظام يجوز لك تحريره. أعد تحميل الصفحة.',
    fr: 'Ce système n’a rien apporté de nouveau que vous puissiez reprendre. Rechargez la page.',
    en: 'This system has brought nothing new that you may draw. Reload the page.',
  },
  'exchange/review-too-late': {
    status: 422,
    ar: 'اختر تاريخ مراجعة بعد اليوم ولا يتجاوز {last}: لا يجوز الاحتفاظ بالعنصر أبعد من أجل محوه ولا من المدة التي يحددها الاتفاق.',
    fr: 'Choisissez une date de réexamen à venir, au plus tard le {last} : ni l’effacement prévu ni la durée fixée par l’accord ne peuvent être dépassés.',
    en: 'Choose a review date that lies ahead, on {last} at the latest: neither the erasure date nor the agreement’s term can be passed.',
  },
  'exchange/message-unsound': {
    status: 422,
    ar: 'العنصر الوارد غير سليم: {problems}.',
    fr: 'Élément reçu non valable : {problems}.',
    en: 'The item received is not valid: {problems}.',
  },
  'exchange/not-for-us': {
    status: 422,
    ar: 'العنصر الوارد غير موجّه إلى هذا الجهاز أو ليس صادراً عن مرسله.',
    fr: 'L’élément reçu n’est pas destiné à ce service, ou n’émane pas de son expéditeur.',
    en: 'The item received is not for this service, or is not its sender’s own.',
  },
});
