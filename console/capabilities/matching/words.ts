import { defineWords } from '../../kit/define-words.ts';

/** The place of blind checks: its views, and how far a check has come. */
export const matchingWords = defineWords({
  title: { ar: 'المقارنة المحجوبة', fr: 'Comparaison en aveugle', en: 'Blind checks' },
  teach: {
    ar: 'اعرف إن كان الشريك يملك المعرّف نفسه، دون أن يرى عمّا تسأل ودون أن ترى ما لديه. التطابق إشارة إلى السؤال، وليس جواباً.',
    fr: 'Savoir si un partenaire détient le même identifiant, sans lui montrer ce qu’on cherche ni voir ce qu’il détient. Une concordance invite à demander ; ce n’est pas une réponse.',
    en: 'Find out whether a partner holds the same identifier, without showing what you look for or seeing what he has. A hit is a pointer to ask, never an answer.',
  },
  views: { ar: 'أقسام المقارنة', fr: 'Rubriques', en: 'Views' },
  hits: { ar: 'حالات التطابق', fr: 'Concordances', en: 'Hits' },
  checks: { ar: 'عمليات المقارنة', fr: 'Comparaisons', en: 'Checks' },
  watches: { ar: 'الترصد', fr: 'Veilles', en: 'Standing watches' },
  use: { ar: 'الحصص والاستعمال', fr: 'Quotas et usage', en: 'Quota and use' },
  newCheck: { ar: 'مقارنة جديدة', fr: 'Nouvelle comparaison', en: 'New check' },
  checkAgainst: {
    ar: 'مقارنة مع الشركاء',
    fr: 'Comparer avec les partenaires',
    en: 'Check against partners',
  },
  emptyChecks: { ar: 'لم تطلب أي مقارنة بعد', fr: 'Aucune comparaison', en: 'No check yet' },
  emptyChecksTeach: {
    ar: 'الصق أرقاماً أو أسماء بتاريخ الميلاد، واختر الشركاء. ترى قبل الإرسال ما قُبل منها وما رُفض ولماذا.',
    fr: 'Collez des numéros, ou des noms avec leur date de naissance, et choisissez les partenaires. Avant l’envoi, vous voyez ce qui est retenu, ce qui est refusé et pourquoi.',
    en: 'Paste numbers, or names with birth dates, and choose partners. Before anything is sent you see what was taken, what was refused and why.',
  },
  reason: { ar: 'السبب', fr: 'Motif', en: 'Reason' },
  partners: { ar: 'الشركاء', fr: 'Partenaires', en: 'Partners' },
  partner: { ar: 'الشريك', fr: 'Partenaire', en: 'Partner' },
  state: { ar: 'الحالة', fr: 'État', en: 'State' },
  askedAt: { ar: 'تاريخ الطلب', fr: 'Demandée le', en: 'Asked' },
  officer: { ar: 'الضابط', fr: 'Officier', en: 'Officer' },
  identifiers: {
    ar: '{count, plural, zero {لا معرّفات} one {معرّف واحد} two {معرّفان} few {# معرّفات} many {# معرّفاً} other {# معرّف}}',
    fr: '{count, plural, =0 {0 identifiant} one {# identifiant} other {# identifiants}}',
    en: '{count, plural, =0 {0 identifiers} one {# identifier} other {# identifiers}}',
  },
  hitCount: {
    ar: '{count, plural, zero {لا تطابق} one {تطابق واحد} two {تطابقان} few {# حالات تطابق} many {# حالة تطابق} other {# حالة تطابق}}',
    fr: '{count, plural, =0 {aucune concordance} one {# concordance} other {# concordances}}',
    en: '{count, plural, =0 {no hits} one {# hit} other {# hits}}',
  },
  'state-waiting': {
    ar: 'في انتظار مجموعة الشريك',
    fr: 'En attente du jeu du partenaire',
    en: 'Waiting for his set',
  },
  'state-asked': { ar: 'أُرسل السؤال', fr: 'Question envoyée', en: 'Asked' },
  'state-answered': {
    ar: 'وصل الجواب، جارٍ الفحص',
    fr: 'Réponse reçue, vérification',
    en: 'Answered, being verified',
  },
  'state-done': { ar: 'تمت', fr: 'Terminée', en: 'Done' },
  'state-refused': { ar: 'رُفضت', fr: 'Refusée', en: 'Refused' },
  'teach-waiting': {
    ar: 'مجموعة المقارنة لدى هذا الشريك لم تصل بعد. يُرسل السؤال تلقائياً متى وصلت.',
    fr: 'Le jeu de comparaison de ce partenaire n’est pas encore là. La question partira d’elle-même dès son arrivée.',
    en: 'This partner’s matching set is not here yet. The question goes out by itself once it is.',
  },
  until: { ar: 'إلى غاية', fr: 'Jusqu’au', en: 'Until' },
  watchRuns: { ar: 'ترصد جارٍ', fr: 'Veille en cours', en: 'Watch running' },
  watchEnded: { ar: 'انتهى أجله', fr: 'Échue', en: 'Ended' },
  watchStopped: { ar: 'أُوقف في {when}', fr: 'Arrêtée le {when}', en: 'Stopped {when}' },
  stopWatch: { ar: 'إيقاف الترصد', fr: 'Arrêter la veille', en: 'Stop the watch' },
  stopWatchWhat: {
    ar: 'لن تُبحث هذه المعرّفات بعد الآن فيما يصل من الشريك. ما ظهر من تطابق يبقى. لا رجعة في الإيقاف، ويمكنك طلب مقارنة جديدة.',
    fr: 'Ces identifiants ne seront plus cherchés dans ce que le partenaire viendra à détenir. Les concordances trouvées restent. L’arrêt est définitif ; vous pourrez demander une nouvelle comparaison.',
    en: 'These identifiers are no longer looked for in what the partner comes to hold. Hits already found stay. It cannot be undone, but you can ask for a new check.',
  },
  watchStoppedToast: { ar: 'أُوقف الترصد.', fr: 'Veille arrêtée.', en: 'The watch is stopped.' },
  emptyWatches: { ar: 'لا ترصد جارٍ', fr: 'Aucune veille', en: 'No standing watch' },
  emptyWatchesTeach: {
    ar: 'حدّد تاريخاً عند طلب مقارنة، فتبقى المعرّفات مترصَّدة كلما زادت معطيات الشريك إلى ذلك التاريخ.',
    fr: 'En demandant une comparaison, fixez une date : jusque-là, les identifiants sont cherchés à nouveau chaque fois que les données du partenaire s’enrichissent.',
    en: 'Set a date when you ask for a check: until then the identifiers are looked for again whenever the partner’s data grow.',
  },
});
