import { defineFaults } from '../../kernel/faults.ts';
import './detail-words.ts';

/** What can be wrong with requests, and what to do about it. */
defineFaults({
  'requests/unsound': {
    status: 422,
    ar: 'الطلب غير مكتمل أو متناقض: {fields}. صحّحه ثم احفظ.',
    fr: 'Demande incomplète ou contradictoire : {fields}. Corrigez-la puis enregistrez.',
    en: 'The request is incomplete or contradicts itself: {fields}. Correct it, then save.',
  },
  'requests/wrong-state': {
    status: 409,
    ar: 'لا يمكن ذلك وحالة الطلب «{state}». أعد تحميله.',
    fr: 'Impossible : la demande est à l’état « {state} ». Rechargez-la.',
    en: 'This cannot be done while the request is “{state}”. Reload it.',
  },
  'requests/not-a-party': {
    status: 403,
    ar: 'هذه الجهة ليست طالبة ولا مطلوباً إليها في هذا الطلب.',
    fr: 'Ce service n’est ni demandeur ni destinataire de cette demande.',
    en: 'This service is neither requester nor addressee of this request.',
  },
  'requests/unknown': {
    status: 404,
    ar: 'لا يوجد هنا طلب بهذا المعرّف.',
    fr: 'Aucune demande ne porte ici cet identifiant.',
    en: 'There is no request of this name here.',
  },
  'requests/message-unsound': {
    status: 422,
    ar: 'رسالة غير سليمة بشأن طلب: {problems}.',
    fr: 'Message non valable au sujet d’une demande : {problems}.',
    en: 'The message about a request is not valid: {problems}.',
  },
  'requests/too-many-steps': {
    status: 409,
    ar: 'بلغت المراسلات بشأن هذا الطلب حدها الأقصى ({limit}).',
    fr: 'Les échanges sur cette demande ont atteint leur maximum ({limit}).',
    en: 'What can be said about this request has reached its limit ({limit}).',
  },
  'requests/not-linked': {
    status: 409,
    ar: 'الربط غير نشط مع الجهة الأخرى. أعد المحاولة بعد تفعيله.',
    fr: 'Liaison inactive avec l’autre service. Réessayez quand elle sera rétablie.',
    en: 'The link with the other service is not active. Try again when it is.',
  },
  'requests/not-covered': {
    status: 409,
    ar: 'لم يعد الاتفاق يغطي هذا الطلب ({gap}): لا يخرج أي نص في إطاره.',
    fr: 'L’accord ne couvre plus cette demande ({gap}) : aucun texte ne part plus à ce titre.',
    en: 'The agreement no longer covers this request ({gap}): no text leaves under it.',
  },
  'requests/unknown-officer': {
    status: 422,
    ar: 'لا يوجد هذا الموظف في جهازك أو ليس نشطاً. اختر اسماً من القائمة.',
    fr: 'Cet agent n’existe pas dans votre service ou n’est pas actif. Choisissez-en un dans la liste.',
    en: 'Your service has no such officer, or he is not active. Choose one from the list.',
  },
});
