import { defineWords } from '../../kit/define-words.ts';

export const requestWords = defineWords({
  title: { ar: 'طلبات المعلومات', fr: 'Demandes d’information', en: 'Requests' },
  teach: {
    ar: 'ما يُطلب منّا وما نطلبه، مرتّباً حسب أجله.',
    fr: 'Ce qui nous est demandé et ce que nous demandons, par échéance.',
    en: 'What is asked of us and what we ask, by the time it is due.',
  },
  keys: {
    ar: 'المفاتيح: j و k للتنقل، و Enter للفتح، و ؟ لعرض البقية.',
    fr: 'j et k pour se déplacer, Entrée pour ouvrir, ? pour les autres touches.',
    en: 'j and k move, Enter opens, ? shows the other keys.',
  },
  ask: { ar: 'طلب جديد', fr: 'Nouvelle demande', en: 'New request' },
  mine: { ar: 'مكتبي', fr: 'Mon bureau', en: 'My desk' },
  overdue: { ar: 'انقضى أجلها', fr: 'En retard', en: 'Overdue' },
  'due-soon': { ar: 'أجلها خلال 8 ساعات', fr: 'À rendre sous 8 h', en: 'Due in 8 h' },
  'waiting-us': { ar: 'في انتظارنا', fr: 'En attente de notre part', en: 'Waiting for us' },
  'waiting-them': { ar: 'في انتظار الشركاء', fr: 'En attente des partenaires', en: 'Waiting for them' },
  drafts: { ar: 'مسودات', fr: 'Brouillons', en: 'Drafts' },
  done: { ar: 'منتهية', fr: 'Terminées', en: 'Done' },
  views: { ar: 'ما يُعرض', fr: 'Vue', en: 'View' },
  'empty-mine': {
    ar: 'لا شيء في انتظار مكتبك.',
    fr: 'Rien n’attend votre bureau.',
    en: 'Nothing waits at your desk.',
  },
  'empty-overdue': { ar: 'لا طلب انقضى أجله.', fr: 'Aucune demande en retard.', en: 'Nothing is overdue.' },
  'empty-due-soon': {
    ar: 'لا أجل خلال الساعات الثماني المقبلة.',
    fr: 'Aucune échéance dans les huit heures.',
    en: 'Nothing is due in the next eight hours.',
  },
  'empty-waiting-us': {
    ar: 'لا أحد ينتظر منّا رداً.',
    fr: 'Personne n’attend de réponse de nous.',
    en: 'Nobody waits for us.',
  },
  'empty-waiting-them': {
    ar: 'لا ننتظر رداً من أحد.',
    fr: 'Nous n’attendons de réponse de personne.',
    en: 'We wait for nobody.',
  },
  'empty-drafts': { ar: 'لا مسودات.', fr: 'Aucun brouillon.', en: 'No drafts.' },
  'empty-done': { ar: 'لم ينته أي طلب بعد.', fr: 'Aucune demande terminée.', en: 'Nothing is done yet.' },
  emptyTeach: {
    ar: 'تظهر الطلبات هنا فور وصولها، ويبدأ الأجل بوصولها.',
    fr: 'Les demandes s’affichent dès leur arrivée ; le délai court à partir de là.',
    en: 'Requests appear here as they come; the time to answer begins then.',
  },
  what: { ar: 'ما يُطلب', fr: 'Objet', en: 'What is asked' },
  between: { ar: 'الطالب والمطلوب إليه', fr: 'Demandeur et destinataire', en: 'From and to' },
  from: { ar: 'من {party}', fr: 'De : {party}', en: 'From {party}' },
  to: { ar: 'إلى {party}', fr: 'À : {party}', en: 'To {party}' },
  state: { ar: 'الحالة', fr: 'État', en: 'State' },
  due: { ar: 'الأجل', fr: 'Échéance', en: 'Due' },
  who: { ar: 'المكلّف', fr: 'Chargé du dossier', en: 'In hand' },
  marking: { ar: 'الوسم', fr: 'Marquage', en: 'Marking' },
  nobody: { ar: 'لا أحد', fr: 'Personne', en: 'Nobody' },
  standsStill: { ar: 'الأجل موقوف', fr: 'Délai suspendu', en: 'Clock stopped' },
  noClock: { ar: 'لم يبدأ الأجل', fr: 'Délai non ouvert', en: 'Not begun' },
  late: { ar: 'تأخر {time}', fr: 'Retard de {time}', en: '{time} late' },
  left: { ar: 'بقي {time}', fr: 'Il reste {time}', en: '{time} left' },
  hours: {
    ar: '{count, plural, zero {أقل من ساعة} one {ساعة} two {ساعتان} few {# ساعات} many {# ساعة} other {# ساعة}}',
    fr: '{count, plural, =0 {moins d’une heure} one {# heure} other {# heures}}',
    en: '{count, plural, =0 {less than an hour} one {# hour} other {# hours}}',
  },
  days: {
    ar: '{count, plural, zero {أقل من يوم} one {يوم} two {يومان} few {# أيام} many {# يوماً} other {# يوم}}',
    fr: '{count, plural, one {# jour} other {# jours}}',
    en: '{count, plural, one {# day} other {# days}}',
  },
  minutes: {
    ar: '{count, plural, zero {أقل من دقيقة} one {دقيقة} two {دقيقتان} few {# دقائق} many {# دقيقة} other {# دقيقة}}',
    fr: '{count, plural, =0 {moins d’une minute} one {# minute} other {# minutes}}',
    en: '{count, plural, =0 {less than a minute} one {# minute} other {# minutes}}',
  },
  level1: { ar: 'انقضى نصف الأجل', fr: 'Moitié du délai écoulée', en: 'Half the time is gone' },
  level2: {
    ar: 'انقضت ثلاثة أرباع الأجل',
    fr: 'Trois quarts du délai écoulés',
    en: 'Three quarters of the time are gone',
  },
  level3: { ar: 'انقضى الأجل', fr: 'Délai dépassé', en: 'Past due' },
  level4: {
    ar: 'انقضى الأجل منذ مدة: على لوحة رئيس المركز',
    fr: 'Délai largement dépassé : au tableau du chef du centre',
    en: 'Long past due: on the centre head’s board',
  },
  plus: { ar: '{most}+', fr: '{most}+', en: '{most}+' },
  recalled: { ar: 'استُرجع', fr: 'Rappelée', en: 'Recalled' },
});

export const strandWords = defineWords({
  draft: { ar: 'مسودة', fr: 'Brouillon', en: 'Draft' },
  proposed: { ar: 'في انتظار الإذن بالإرسال', fr: 'Soumise à validation', en: 'Awaiting release' },
  returned: { ar: 'أعيد إلى محرره', fr: 'Renvoyée au rédacteur', en: 'Returned to the author' },
  sent: { ar: 'أُرسل', fr: 'Envoyée', en: 'Sent' },
  received: { ar: 'وصل', fr: 'Reçue', en: 'Received' },
  accepted: { ar: 'قُبل', fr: 'Acceptée', en: 'Accepted' },
  clarification: { ar: 'طُلب توضيح', fr: 'Précisions demandées', en: 'Clarification asked' },
  refused: { ar: 'رُفض', fr: 'Refusée', en: 'Refused' },
  partly: { ar: 'رد جزئي', fr: 'Réponse partielle', en: 'Partly answered' },
  answered: { ar: 'تم الرد', fr: 'Répondue', en: 'Answered' },
  'no-record': { ar: 'لا معلومات', fr: 'Néant', en: 'No record' },
  feedback: { ar: 'أُفيد عن الجدوى', fr: 'Retour d’utilité donné', en: 'Feedback given' },
  closed: { ar: 'أُغلق', fr: 'Close', en: 'Closed' },
  withdrawn: { ar: 'سُحب', fr: 'Retirée', en: 'Withdrawn' },
});

export const groundWords = defineWords({
  'national-security': {
    ar: 'مساس بالمصالح الأساسية للأمن الوطني',
    fr: 'Atteinte aux intérêts essentiels de la sécurité nationale',
    en: 'Essential interests of national security',
  },
  'current-investigation': {
    ar: 'إضرار ببحث جارٍ',
    fr: 'Compromettrait une enquête en cours',
    en: 'Would jeopardise an investigation under way',
  },
  'safety-of-a-person': {
    ar: 'خطر على سلامة شخص',
    fr: 'Mettrait une personne en danger',
    en: 'Would endanger a person',
  },
  disproportionate: {
    ar: 'طلب غير متناسب مع غايته',
    fr: 'Demande disproportionnée',
    en: 'Disproportionate to its purpose',
  },
  'judicial-authorisation': {
    ar: 'لم تأذن السلطة القضائية',
    fr: 'Autorisation judiciaire refusée',
    en: 'Judicial authorisation was not given',
  },
  'outside-competence': {
    ar: 'خارج عن الاختصاص',
    fr: 'Hors de notre compétence',
    en: 'Outside our competence',
  },
  'legal-basis': {
    ar: 'السند القانوني غير كافٍ',
    fr: 'Base juridique insuffisante',
    en: 'No sufficient legal basis',
  },
  'protected-information': {
    ar: 'معلومات يحميها القانون',
    fr: 'Information protégée par la loi',
    en: 'Information that the law protects',
  },
});

export const followUpWords = defineWords({
  arrest: { ar: 'توقيف', fr: 'Interpellation', en: 'Arrest' },
  seizure: { ar: 'حجز', fr: 'Saisie', en: 'Seizure' },
  lead: { ar: 'خيط للبحث', fr: 'Piste d’enquête', en: 'Lead' },
  nothing: { ar: 'لا شيء', fr: 'Rien', en: 'Nothing' },
});
