import { defineWords } from '../../kit/define-words.ts';

/** Venues that stand twice: told, merged into one, taken apart again. */
export const mergeWords = defineWords({
  alike: {
    ar: '{count, plural, zero {لا مواقع مكررة} one {موقعان قد يكونان موقعاً واحداً} two {زوجان من المواقع قد يكون كل منهما موقعاً واحداً} few {# أزواج من المواقع قد يكون كل منها موقعاً واحداً} many {# زوجاً من المواقع قد يكون كل منها موقعاً واحداً} other {# زوج من المواقع قد يكون كل منها موقعاً واحداً}}',
    fr: '{count, plural, =0 {Aucun site en double} one {Deux sites n’en font peut-être qu’un} other {# paires de sites n’en font peut-être qu’un}}',
    en: '{count, plural, =0 {No venue stands twice} one {Two venues may be one} other {# pairs of venues may be one}}',
  },
  teach: {
    ar: 'تحقق من كل زوج: إن كان الموقع نفسه فادمجه، وإلا فأكّد أنهما موقعان.',
    fr: 'Vérifiez chaque paire : si c’est le même site, fusionnez ; sinon, dites que ce sont deux sites.',
    en: 'Check each pair: if it is the same venue, merge; if not, say that they are two.',
  },
  'by-words': { ar: 'الاسم متشابه', fr: 'Noms proches', en: 'Names alike' },
  'by-sound': {
    ar: 'الاسم نفسه نطقاً بكتابة أخرى',
    fr: 'Même nom, autre écriture',
    en: 'Same name in another script',
  },
  'by-place': { ar: 'في المكان نفسه', fr: 'Au même endroit', en: 'At the same place' },
  'maybe-words': { ar: 'الاسم متشابه جزئياً', fr: 'Noms en partie proches', en: 'Names partly alike' },
  'maybe-sound': {
    ar: 'نطق متقارب بكتابة أخرى',
    fr: 'Prononciation proche, autre écriture',
    en: 'Sounds alike in another script',
  },
  'maybe-place': {
    ar: 'في المكان نفسه باسم آخر',
    fr: 'Au même endroit, autre nom',
    en: 'Same place, other name',
  },
  merge: { ar: 'ادمج…', fr: 'Fusionner…', en: 'Merge…' },
  mergeThese: { ar: 'ادمج {one} و{other}', fr: 'Fusionner {one} et {other}', en: 'Merge {one} and {other}' },
  two: { ar: 'هما موقعان', fr: 'Ce sont deux sites', en: 'They are two' },
  twoThese: {
    ar: 'هما موقعان: {one} و{other}',
    fr: 'Ce sont deux sites : {one} et {other}',
    en: 'They are two: {one} and {other}',
  },
  twoKept: {
    ar: 'لن يُقترح هذا الزوج بعد الآن',
    fr: 'Cette paire ne sera plus proposée',
    en: 'This pair is not proposed any more',
  },
  showAll: { ar: 'اعرض الكل ({number})', fr: 'Tout afficher ({number})', en: 'Show all ({number})' },
  title: { ar: 'دمج موقعين', fr: 'Fusionner deux sites', en: 'Merge two venues' },
  stays: { ar: 'أي موقع يبقى؟', fr: 'Quel site reste ?', en: 'Which venue stays?' },
  staysTeach: {
    ar: 'يحتفظ الموقع الباقي باسمه ورمزه، ويأخذ من الآخر ما ينقصه.',
    fr: 'Il garde son nom et son code, et reprend de l’autre ce qui lui manque.',
    en: 'It keeps its name and code, and takes from the other what it lacks.',
  },
  moves: {
    ar: 'ما الذي سينتقل',
    fr: 'Ce qui passe au site qui reste',
    en: 'What goes to the venue that stays',
  },
  sessions: {
    ar: '{count, plural, zero {لا حصص} one {حصة واحدة} two {حصتان} few {# حصص} many {# حصة} other {# حصة}}',
    fr: '{count, plural, =0 {aucune session} one {# session} other {# sessions}}',
    en: '{count, plural, =0 {no sessions} one {# session} other {# sessions}}',
  },
  posts: {
    ar: '{count, plural, zero {لا مراكز عمل} one {مركز عمل واحد} two {مركزا عمل} few {# مراكز عمل} many {# مركز عمل} other {# مركز عمل}}',
    fr: '{count, plural, =0 {aucun poste} one {# poste} other {# postes}}',
    en: '{count, plural, =0 {no posts} one {# post} other {# posts}}',
  },
  assessments: {
    ar: '{count, plural, zero {لا تقييمات مخاطر لأيامه} one {تقييم مخاطر واحد لأيامه} two {تقييما مخاطر لأيامه} few {# تقييمات مخاطر لأيامه} many {# تقييم مخاطر لأيامه} other {# تقييم مخاطر لأيامه}}',
    fr: '{count, plural, =0 {aucune évaluation de risque de ses journées} one {# évaluation de risque de ses journées} other {# évaluations de risque de ses journées}}',
    en: '{count, plural, =0 {no risk assessments of its days} one {# risk assessment of its days} other {# risk assessments of its days}}',
  },
  outdone: {
    ar: '{count, plural, zero {لا شيء قُيّم هناك بمستوى مماثل أو أعلى} one {خطر واحد مقيّم هناك بمستوى مماثل أو أعلى: يبقى} two {خطران مقيّمان هناك بمستوى مماثل أو أعلى: يبقيان} few {# مخاطر مقيّمة هناك بمستوى مماثل أو أعلى: تبقى} many {# خطراً مقيّماً هناك بمستوى مماثل أو أعلى: تبقى} other {# خطر مقيّم هناك بمستوى مماثل أو أعلى: تبقى}}',
    fr: '{count, plural, =0 {rien n’y est évalué aussi haut} one {# risque y est déjà évalué aussi haut ou plus : il tient} other {# risques y sont déjà évalués aussi haut ou plus : ils tiennent}}',
    en: '{count, plural, =0 {nothing is assessed as high there} one {# risk is assessed as high or higher there: it holds} other {# risks are assessed as high or higher there: they hold}}',
  },
  drafts: {
    ar: '{count, plural, zero {لا مسودات جداول فيه} one {مسودة جدول واحدة فيها مراكز هنا: ينتقل مكانها عند إعادة التخطيط} two {مسودتا جدول فيهما مراكز هنا: ينتقل مكانها عند إعادة التخطيط} few {# مسودات جداول فيها مراكز هنا: ينتقل مكانها عند إعادة التخطيط} many {# مسودة جدول فيها مراكز هنا: ينتقل مكانها عند إعادة التخطيط} other {# مسودة جدول فيها مراكز هنا: ينتقل مكانها عند إعادة التخطيط}}',
    fr: '{count, plural, =0 {aucun projet de tableau} one {# projet de tableau y a des postes : le lieu suit à la prochaine replanification} other {# projets de tableau y ont des postes : le lieu suit à la prochaine replanification}}',
    en: '{count, plural, =0 {no draft roster} one {# draft roster has posts here: the place follows when it is re-planned} other {# draft rosters have posts here: the place follows when they are re-planned}}',
  },
  published: {
    ar: '{count, plural, zero {لا مراكز منشورة فيه} one {مركز واحد منشور هنا: يُبلَّغ المعنيون مع النسخة التالية من الجدول} two {مركزان منشوران هنا: يُبلَّغ المعنيون مع النسخة التالية من الجدول} few {# مراكز منشورة هنا: يُبلَّغ المعنيون مع النسخة التالية من الجدول} many {# مركزاً منشوراً هنا: يُبلَّغ المعنيون مع النسخة التالية من الجدول} other {# مركز منشور هنا: يُبلَّغ المعنيون مع النسخة التالية من الجدول}}',
    fr: '{count, plural, =0 {aucun poste publié} one {# poste publié ici : les unités et leurs services l’apprennent avec la version suivante} other {# postes publiés ici : les unités et leurs services l’apprennent avec la version suivante}}',
    en: '{count, plural, =0 {no published posts} one {# post is published here: units and their services are told with the next version} other {# posts are published here: units and their services are told with the next version}}',
  },
  codes: {
    ar: 'يُعثر عليه أيضاً بـ: {codes}',
    fr: 'Se retrouve aussi par : {codes}',
    en: 'Is found as well by: {codes}',
  },
  takes: { ar: 'ما يأخذه من الآخر', fr: 'Ce qu’il reprend de l’autre', en: 'What it takes from the other' },
  why: { ar: 'السبب', fr: 'Motif', en: 'Why' },
  consequence: {
    ar: 'يختفي الموقع الآخر من القوائم، ويبقى سجله. يمكن التراجع.',
    fr: 'L’autre site quitte les listes ; son historique reste. On peut annuler.',
    en: 'The other venue leaves the lists; its history stays. It can be undone.',
  },
  confirm: { ar: 'ادمج', fr: 'Fusionner', en: 'Merge' },
  done: { ar: 'دُمج الموقعان', fr: 'Sites fusionnés', en: 'The venues were merged' },
  undone: { ar: 'تم التراجع عن الدمج', fr: 'Fusion annulée', en: 'The merge was undone' },
  merged: { ar: 'مواقع مدمجة', fr: 'Sites fusionnés', en: 'Merged venues' },
  into: { ar: 'دُمج في', fr: 'Dans', en: 'Into' },
  when: { ar: 'متى', fr: 'Quand', en: 'When' },
  moved: { ar: 'ما انتقل', fr: 'Passé au site', en: 'Moved' },
  undo: { ar: 'تراجع', fr: 'Annuler la fusion', en: 'Undo the merge' },
  undoSure: { ar: 'التراجع عن الدمج؟', fr: 'Annuler cette fusion ?', en: 'Undo this merge?' },
  undoWhat: {
    ar: 'يعود الموقعان كما كانا، ويعود إليه ما انتقل منه ولم يُنقل بعد ذلك إلى مكان آخر. تقييمات المخاطر التي نُقلت تبقى كذلك في الموقع الآخر، حتى لا ينخفض مستوى دون قرار.',
    fr: 'Les deux sites reviennent, avec ce qui avait été déplacé et ne l’a pas été depuis. Les évaluations reprises restent aussi sur l’autre site : aucun niveau ne baisse sans décision.',
    en: 'Both venues come back, with what was moved and was not moved again since. Assessments that were taken over remain at the other too: no level falls without a decision.',
  },
});
