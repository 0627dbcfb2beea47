import { defineWords } from '../../kit/define-words.ts';

/** What waits for approval, what it would change, and what comes after. */
export const approvalWords = defineWords({
  title: { ar: 'معروض للموافقة', fr: 'En attente d’approbation', en: 'Awaiting approval' },
  proposedAt: { ar: 'عُرض في {when}', fr: 'Soumis le {when}', en: 'Proposed on {when}' },
  first: {
    ar: 'لم تُبلَّغ أي وحدة بشيء بعد: هذا أول ما تُبلَّغ به.',
    fr: 'Aucune unité n’a encore rien reçu : c’est la première annonce.',
    en: 'No unit was told anything yet: this is the first that they hear.',
  },
  against: {
    ar: 'ما يتغير عما أُبلغت به الوحدات',
    fr: 'Ce qui change par rapport à ce qui a été annoncé',
    en: 'What changes against what units were told',
  },
  nothing: {
    ar: 'لا يتغير شيء مما أُبلغت به الوحدات.',
    fr: 'Rien ne change pour les unités.',
    en: 'Nothing changes of what units were told.',
  },
  added: {
    ar: '{count, plural, zero {لا خدمة جديدة} one {خدمة جديدة واحدة} two {خدمتان جديدتان} few {# خدمات جديدة} many {# خدمة جديدة} other {# خدمة جديدة}}',
    fr: '{count, plural, =0 {aucun ajout} one {# service ajouté} other {# services ajoutés}}',
    en: '{count, plural, =0 {none added} one {# duty added} other {# duties added}}',
  },
  changed: {
    ar: '{count, plural, zero {لا خدمة معدّلة} one {خدمة معدّلة واحدة} two {خدمتان معدّلتان} few {# خدمات معدّلة} many {# خدمة معدّلة} other {# خدمة معدّلة}}',
    fr: '{count, plural, =0 {aucune modification} one {# service modifié} other {# services modifiés}}',
    en: '{count, plural, =0 {none changed} one {# duty changed} other {# duties changed}}',
  },
  cancelled: {
    ar: '{count, plural, zero {لا خدمة ملغاة} one {خدمة ملغاة واحدة} two {خدمتان ملغاتان} few {# خدمات ملغاة} many {# خدمة ملغاة} other {# خدمة ملغاة}}',
    fr: '{count, plural, =0 {aucune annulation} one {# service annulé} other {# services annulés}}',
    en: '{count, plural, =0 {none cancelled} one {# duty cancelled} other {# duties cancelled}}',
  },
  unchanged: {
    ar: '{count, plural, zero {لا خدمة تبقى كما هي} one {خدمة واحدة تبقى كما هي} two {خدمتان تبقيان كما هما} few {# خدمات تبقى كما هي} many {# خدمة تبقى كما هي} other {# خدمة تبقى كما هي}}',
    fr: '{count, plural, =0 {aucun service inchangé} one {# service inchangé} other {# services inchangés}}',
    en: '{count, plural, =0 {none as before} one {# duty as before} other {# duties as before}}',
  },
  isAdded: { ar: 'جديدة', fr: 'Ajouté', en: 'Added' },
  isChanged: { ar: 'معدّلة', fr: 'Modifié', en: 'Changed' },
  isCancelled: { ar: 'ملغاة', fr: 'Annulé', en: 'Cancelled' },
  perPartner: { ar: 'حسب الجهاز', fr: 'Par service', en: 'By service' },
  perUnit: { ar: 'حسب الوحدة', fr: 'Par unité', en: 'By unit' },
  shownOf: {
    ar: 'تظهر {shown} من {all} وحدة',
    fr: '{shown} unités affichées sur {all}',
    en: '{shown} of {all} units shown',
  },
  'part-time': { ar: 'التوقيت', fr: 'horaire', en: 'time' },
  'part-place': { ar: 'المكان', fr: 'lieu', en: 'place' },
  'part-host': { ar: 'الضابط المرافق', fr: 'binôme', en: 'host officer' },
  'part-task': { ar: 'المهمة', fr: 'mission', en: 'task' },
  'part-again': { ar: 'أُعيدت بعد إلغائها', fr: 'rétabli', en: 'stands again' },
  uncovered: {
    ar: '{count, plural, zero {لا مقعد شاغر} one {مقعد شاغر واحد} two {مقعدان شاغران} few {# مقاعد شاغرة} many {# مقعداً شاغراً} other {# مقعد شاغر}}',
    fr: '{count, plural, =0 {aucune place vacante} one {# place vacante} other {# places vacantes}}',
    en: '{count, plural, =0 {no empty seat} one {# empty seat} other {# empty seats}}',
  },
  ofTop: {
    ar: 'منها {count, plural, zero {لا شيء ذو أولوية 1} one {واحد ذو أولوية 1} two {اثنان ذوا أولوية 1} few {# ذات أولوية 1} many {# ذات أولوية 1} other {# ذات أولوية 1}}',
    fr: '{count, plural, =0 {aucune de priorité 1} other {dont # de priorité 1}}',
    en: '{count, plural, =0 {none of priority 1} other {# of priority 1}}',
  },
  setAside: { ar: 'قواعد جرى تجاوزها بقرار', fr: 'Règles outrepassées', en: 'Rules set aside' },
  waits: {
    ar: '{count, plural, zero {لا جدول ينتظر موافقتك} one {جدول واحد ينتظر موافقتك} two {جدولان ينتظران موافقتك} few {# جداول تنتظر موافقتك} many {# جدولاً ينتظر موافقتك} other {# جدول ينتظر موافقتك}}',
    fr: '{count, plural, =0 {aucun tableau n’attend votre approbation} one {# tableau attend votre approbation} other {# tableaux attendent votre approbation}}',
    en: '{count, plural, =0 {no roster awaits your approval} one {# roster awaits your approval} other {# rosters await your approval}}',
  },
  look: { ar: 'اطّلع وقرّر', fr: 'Examiner et décider', en: 'Look and decide' },
  waiting: { ar: 'ينتظر', fr: 'En attente', en: 'Waiting' },
  toApprove: {
    ar: '{count, plural, zero {لا شيء للموافقة} one {واحد للموافقة} two {اثنان للموافقة} few {# للموافقة} many {# للموافقة} other {# للموافقة}}',
    fr: '{count, plural, other {# à approuver}}',
    en: '{count, plural, other {# to approve}}',
  },
  sentBack: {
    ar: '{count, plural, zero {لم يُعد شيء} one {واحد أُعيد} two {اثنان أُعيدا} few {# أُعيدت} many {# أُعيدت} other {# أُعيدت}}',
    fr: '{count, plural, one {# renvoyé} other {# renvoyés}}',
    en: '{count, plural, other {# sent back}}',
  },
  lapsedUnits: {
    ar: '{count, plural, zero {لا وحدة سقطت خدماتها} one {وحدة واحدة سقطت خدماتها} two {وحدتان سقطت خدماتهما} few {# وحدات سقطت خدماتها} many {# وحدة سقطت خدماتها} other {# وحدة سقطت خدماتها}}',
    fr: '{count, plural, one {# unité à replanifier} other {# unités à replanifier}}',
    en: '{count, plural, one {# unit to re-plan} other {# units to re-plan}}',
  },
  next: { ar: 'جهّز الإصدار {number}', fr: 'Préparer la version {number}', en: 'Prepare version {number}' },
  nextTeach: {
    ar: 'الإصدار {number} هو ما أُبلغت به الوحدات ولا يُعدَّل. يبدأ الإصدار التالي نسخةً منه: عدّلها أو أعد التخطيط، ثم اعرضها. لا يُبلَّغ أحد قبل الموافقة عليها، ولا يُبلَّغ إلا من تغيّر له شيء.',
    fr: 'La version {number} est celle que les unités ont reçue ; elle ne change plus. La suivante part d’une copie : modifiez-la ou replanifiez, puis soumettez-la. Personne n’est averti avant l’approbation, et seules les unités concernées le seront.',
    en: 'Version {number} is what units were told; it is never changed. The next one begins as a copy of it: edit it or re-plan, then propose it. Nobody is told before it is approved, and then only those for whom something changes.',
  },
  published: {
    ar: 'الإصدار {number} منشور',
    fr: 'Version {number} publiée',
    en: 'Version {number} is published',
  },
  superseded: {
    ar: 'حلّ محله الإصدار {number}.',
    fr: 'Remplacée par la version {number}.',
    en: 'Version {number} took its place.',
  },
  openLast: { ar: 'افتح الإصدار {number}', fr: 'Ouvrir la version {number}', en: 'Open version {number}' },
});
