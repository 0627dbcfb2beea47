import { defineWords } from '../../kit/define-words.ts';

/** Rules of asking partners for officers, as the role screen says them. */
export const assistanceRuleWords = defineWords({
  'assistance/own-people': {
    ar: 'طلبات الدعم شأن ضباط الجهاز وحدهم، ولا يراها الضيوف.',
    fr: 'Les demandes de renfort ne regardent que le service ; les invités ne les voient pas.',
    en: 'Asks for assistance are for this service’s own officers; guests see none.',
  },
  'assistance/planners-and-heads-read': {
    ar: 'يقرؤها من يخطط ومن يجيب ومن يأذن ومن يرأس: ضابط التخطيط وضابط الاتصال ونقطة الاتصال ورئيس المركز ورئيس الجهاز.',
    fr: 'Les lisent ceux qui planifient, répondent, autorisent ou dirigent : planification, liaison, point de contact, chef du centre, chef de service.',
    en: 'Those read who plan, answer, release or head: event planner, liaison officer, contact point, heads of centre and service.',
  },
  'assistance/above-his-clearance': {
    ar: 'وسم الطلب أعلى من تأهيله.',
    fr: 'Le marquage de la demande dépasse son habilitation.',
    en: 'The ask is marked above his clearance.',
  },
  'assistance/planners-ask': {
    ar: 'يحرّر الطلب ضابط التخطيط للتظاهرات.',
    fr: 'L’officier planification rédige les demandes.',
    en: 'The event planner writes asks.',
  },
  'assistance/planners-settle': {
    ar: 'يبتّ ضابط التخطيط في العروض: القبول أو الرفض أو طلب المزيد.',
    fr: 'L’officier planification tranche les offres : accepter, refuser, demander davantage.',
    en: 'The event planner settles offers: accept, reject, ask for more.',
  },
  'assistance/planners-and-liaison-answer': {
    ar: 'يحرّر الرد على طلب شريك ضابط التخطيط أو ضابط الاتصال.',
    fr: 'L’officier planification ou l’officier de liaison répond aux partenaires.',
    en: 'The event planner or the liaison officer answers what partners ask.',
  },
  'assistance/contact-point-releases': {
    ar: 'لا يغادر طلب ولا رد إلا بإذن نقطة الاتصال.',
    fr: 'Ni demande ni réponse ne part sans l’autorisation du point de contact.',
    en: 'No ask and no answer leaves unless the contact point lets it.',
  },
  'assistance/four-eyes': {
    ar: 'من كتب لا يأذن: يأذن شخص ثانٍ.',
    fr: 'L’auteur n’autorise pas l’envoi : une seconde personne le fait.',
    en: 'Whoever wrote it does not release it: a second person does.',
  },
  'assistance/contact-point-gives-back': {
    ar: 'تعيد نقطة الاتصال ما لا يصلح للإرسال، مع بيان السبب.',
    fr: 'Le point de contact renvoie ce qui ne peut partir, avec un motif.',
    en: 'The contact point gives back what cannot leave, with a reason.',
  },
  'assistance/heads-withdraw': {
    ar: 'تسحب الطلبَ الصادر نقطةُ الاتصال أو رئيسُ المركز.',
    fr: 'Le point de contact ou le chef du centre retire une demande émise.',
    en: 'The contact point or the head of the centre withdraws an issued ask.',
  },
});
