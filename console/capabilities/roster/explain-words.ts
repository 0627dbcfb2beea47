import { defineWords } from '../../kit/define-words.ts';

/** What a post asks, why it stays open, and what would help. */
export const explainWords = defineWords({
  headcount: { ar: 'العدد المطلوب', fr: 'Effectif', en: 'Headcount' },
  unitsWanted: {
    ar: '{count, plural, zero {لا وحدة} one {وحدة واحدة} two {وحدتان} few {# وحدات} many {# وحدة} other {# وحدة}}',
    fr: '{count, plural, one {# unité} other {# unités}}',
    en: '{count, plural, one {# unit} other {# units}}',
  },
  ofAtLeast: {
    ar: '{count, plural, zero {لا فرد في الوحدة} one {فرد واحد على الأقل في الوحدة} two {فردان على الأقل في الوحدة} few {# أفراد على الأقل في الوحدة} many {# فرداً على الأقل في الوحدة} other {# فرد على الأقل في الوحدة}}',
    fr: '{count, plural, one {d’au moins # agent} other {d’au moins # agents}}',
    en: '{count, plural, one {of at least # officer} other {of at least # officers}}',
  },
  heldBy: {
    ar: '{count, plural, zero {لم تُشغل بعد} one {شُغل منها مقعد واحد} two {شُغل منها مقعدان} few {شُغلت منها # مقاعد} many {شُغل منها # مقعداً} other {شُغل منها # مقعد}}',
    fr: '{count, plural, =0 {aucune place pourvue} one {# place pourvue} other {# places pourvues}}',
    en: '{count, plural, =0 {no seat filled} one {# seat filled} other {# seats filled}}',
  },
  languages: { ar: 'اللغات', fr: 'Langues', en: 'Languages' },
  skills: { ar: 'المهارات', fr: 'Compétences', en: 'Skills' },
  powers: { ar: 'الصلاحيات', fr: 'Pouvoirs', en: 'Powers' },
  noCondition: { ar: 'بلا شرط', fr: 'Sans exigence', en: 'Nothing asked' },
  topPriority: {
    ar: '{priority} من 5 (الأعلى)',
    fr: '{priority} sur 5 (la plus haute)',
    en: '{priority} of 5 (the highest)',
  },
  priorityOf: { ar: '{priority} من 5', fr: '{priority} sur 5', en: '{priority} of 5' },
  hostPair: { ar: 'الوحدات الزائرة', fr: 'Unités étrangères', en: 'Visiting units' },
  remaining: {
    ar: 'من يبقى بعد كل شرط',
    fr: 'Ce qui reste après chaque règle',
    en: 'Who is left after each rule',
  },
  allUnits: { ar: 'وحدات المخطط', fr: 'Unités du plan', en: 'Units of the plan' },
  alreadyHere: { ar: 'في هذا المركز سلفاً', fr: 'Déjà à ce poste', en: 'At this post already' },
  noneLeft: { ar: 'لا أحد', fr: 'aucune', en: 'none' },
  partHeld: {
    ar: 'تشغل {held}، ويبقى {open} بلا تغطية ({time})',
    fr: 'peut tenir {held} ; {open} resterait vacant ({time})',
    en: 'could hold {held}; {open} would stay open ({time})',
  },
  gap: { ar: 'غير مغطى: {open} ({time})', fr: 'Non tenu : {open} ({time})', en: 'Not held: {open} ({time})' },
  moveEarlier: {
    ar: 'تقديم المركز {minutes} دقيقة: تشغله {unit}',
    fr: 'Avancer le poste de {minutes} min : {unit} peut le tenir',
    en: 'Move the post {minutes} min earlier: {unit} could hold it',
  },
  moveLater: {
    ar: 'تأخير المركز {minutes} دقيقة: تشغله {unit}',
    fr: 'Retarder le poste de {minutes} min : {unit} peut le tenir',
    en: 'Move the post {minutes} min later: {unit} could hold it',
  },
  askPartners: { ar: 'طلب دعم من شريك', fr: 'Demander un renfort à un partenaire', en: 'Ask a partner' },
  askBeyond: {
    ar: 'وما زاد على ذلك: طلب دعم من شريك',
    fr: 'Au-delà : demander un renfort à un partenaire',
    en: 'Beyond them: ask a partner',
  },
  namedAlready: {
    ar: 'معيَّنون سلفاً وينتظرون إجراءً منكم',
    fr: 'Déjà désignés, en attente d’une décision de votre part',
    en: 'Named already, waiting for a step on your side',
  },
  awaited: {
    ar: '{count, plural, zero {لم تُطلب منه أي وحدة} one {طُلبت منه وحدة واحدة من هذا التخصص في {when}، وجوابه منتظر} two {طُلبت منه وحدتان من هذا التخصص في {when}، وجوابه منتظر} few {طُلبت منه # وحدات من هذا التخصص في {when}، وجوابه منتظر} many {طُلبت منه # وحدة من هذا التخصص في {when}، وجوابه منتظر} other {طُلبت منه # وحدة من هذا التخصص في {when}، وجوابه منتظر}}',
    fr: '{count, plural, one {# unité de cette spécialité lui a été demandée le {when} ; réponse attendue} other {# unités de cette spécialité lui ont été demandées le {when} ; réponse attendue}}',
    en: '{count, plural, one {asked for # of this specialty on {when}; the answer is awaited} other {asked for # of this specialty on {when}; the answer is awaited}}',
  },
  offeredNone: {
    ar: 'أجاب في {when} ولم يعرض شيئاً من هذا التخصص',
    fr: 'a répondu le {when} sans en proposer',
    en: 'answered on {when} and offered none',
  },
  openAsk: { ar: 'افتح الطلب', fr: 'Ouvrir la demande', en: 'Open the ask' },
  wouldCover: {
    ar: '{count, plural, zero {لا وحدة} one {وحدة واحدة تغطي {time}} two {وحدتان تغطيان {time}} few {# وحدات تغطي {time}} many {# وحدة تغطي {time}} other {# وحدة تغطي {time}}}',
    fr: '{count, plural, one {# unité couvrirait {time}} other {# unités couvriraient {time}}}',
    en: '{count, plural, one {# unit would cover {time}} other {# units would cover {time}}}',
  },
  overAlike: {
    ar: 'في هذا المركز وكل مركز شاغر مثله',
    fr: 'sur ce poste et tous les postes vacants semblables',
    en: 'on this post and all open ones like it',
  },
  hasHere: {
    ar: '{count, plural, zero {لا وحدة له هنا من هذا التخصص} one {له هنا وحدة واحدة من هذا التخصص} two {له هنا وحدتان من هذا التخصص} few {له هنا # وحدات من هذا التخصص} many {له هنا # وحدة من هذا التخصص} other {له هنا # وحدة من هذا التخصص}}',
    fr: '{count, plural, =0 {aucune unité de cette spécialité ici} one {# unité de cette spécialité ici} other {# unités de cette spécialité ici}}',
    en: '{count, plural, =0 {no unit of the specialty here} one {# unit of the specialty here} other {# units of the specialty here}}',
  },
  meetsAll: {
    ar: '{count, plural, zero {لا تستوفي أي منها كل الشروط} one {تستوفي واحدة كل الشروط} two {تستوفي اثنتان كل الشروط} few {تستوفي # منها كل الشروط} many {تستوفي # منها كل الشروط} other {تستوفي # منها كل الشروط}}',
    fr: '{count, plural, =0 {aucune ne répond à toutes les exigences} one {# répond à toutes les exigences} other {# répondent à toutes les exigences}}',
    en: '{count, plural, =0 {none meets all conditions} one {# meets all conditions} other {# meet all conditions}}',
  },
  offeredBefore: {
    ar: 'عرض {offered} في {when}، قُبل منها {accepted}',
    fr: 'en a proposé {offered} le {when}, dont {accepted} acceptées',
    en: 'offered {offered} on {when}, {accepted} of them accepted',
  },
  declinedBefore: { ar: 'اعتذر في {when}', fr: 'a décliné le {when}', en: 'declined on {when}' },
  underAgreement: {
    ar: 'الاتفاق الساري: {title}',
    fr: 'Accord en vigueur : {title}',
    en: 'Agreement in force: {title}',
  },
  noAgreement: {
    ar: 'لا اتفاق سارياً يغطي تأمين التظاهرات: لا يمكن طلب شيء منه',
    fr: 'Aucun accord en vigueur pour la sécurité des événements : rien ne peut lui être demandé',
    en: 'No agreement in force covers event security: nothing can be asked of it',
  },
  askOne: { ar: 'أعدّ الطلب: {party}', fr: 'Préparer la demande : {party}', en: 'Draft the ask: {party}' },
  askAll: {
    ar: 'أعدّ طلباً إليهم جميعاً',
    fr: 'Préparer une demande à tous',
    en: 'Draft one ask to all of them',
  },
  neverAsked: {
    ar: 'تحت اتفاق سارٍ ولا يُعرف عنهم شيء في هذا التخصص: {parties}',
    fr: 'Liés par un accord, sans rien de connu pour cette spécialité : {parties}',
    en: 'Under an agreement, nothing known of this specialty: {parties}',
  },
  askOthers: { ar: 'أعدّ طلباً إليهم', fr: 'Préparer une demande', en: 'Draft an ask to them' },
  freeNow: {
    ar: 'لا شيء يمنع وضع: {units}',
    fr: 'Rien ne s’oppose à l’affectation de : {units}',
    en: 'Nothing keeps these from it: {units}',
  },
  noRemedy: {
    ar: 'لا يُعرف علاج بسيط. غيّر ما يطلبه المركز، أو اطلب دعماً من شريك.',
    fr: 'Aucun remède simple n’est connu. Revoyez ce que demande le poste, ou sollicitez un partenaire.',
    en: 'No simple remedy is known. Change what the post asks, or ask a partner.',
  },
  engagedIn: { ar: '{event}، {when}', fr: '{event}, {when}', en: '{event}, {when}' },
  otherEvent: { ar: 'تظاهرة أخرى', fr: 'un autre événement', en: 'another event' },
  beside: { ar: 'بسبب {post}', fr: 'à cause de {post}', en: 'because of {post}' },
});
