import { defineWords } from '../../kit/define-words.ts';

/** How the search is asked to go about it. */
export const solveWords = defineWords({
  teach: {
    ar: 'يملأ البرنامج المقاعد الشاغرة حسب الأولوية، ولا يمس ما ثُبّت أو أُقفل. كلما طال البحث تحسنت التغطية والإنصاف. يمكن إيقافه في أي وقت، والتراجع عنه بعد انتهائه.',
    fr: 'Le calcul pourvoit les places par priorité, sans toucher à ce qui est fixé ou verrouillé. Plus il cherche, meilleures sont la couverture et l’équité. On peut l’arrêter à tout moment, et annuler son résultat.',
    en: 'Seats are filled by priority; what is pinned or locked is left alone. The longer it looks, the better coverage and fairness become. It can be stopped at any time, and undone afterwards.',
  },
  time: { ar: 'مدة البحث', fr: 'Durée de recherche', en: 'Time to search' },
  seconds: {
    ar: '{count, plural, zero {# ثانية} one {ثانية واحدة} two {ثانيتان} few {# ثوانٍ} many {# ثانية} other {# ثانية}}',
    fr: '{count, plural, one {# seconde} other {# secondes}}',
    en: '{count, plural, one {# second} other {# seconds}}',
  },
  minutes: {
    ar: '{count, plural, zero {# دقيقة} one {دقيقة واحدة} two {دقيقتان} few {# دقائق} many {# دقيقة} other {# دقيقة}}',
    fr: '{count, plural, one {# minute} other {# minutes}}',
    en: '{count, plural, one {# minute} other {# minutes}}',
  },
  advanced: { ar: 'خيارات متقدمة', fr: 'Avancé', en: 'Advanced' },
  seed: { ar: 'رقم البداية', fr: 'Numéro de départ', en: 'Starting number' },
  seedTeach: {
    ar: 'يبدأ البحث من رقم عشوائي. اكتب رقماً إن أردت أن يتكرر البحث نفسه؛ ورقم آخر يعطي حلاً آخر بالجودة نفسها تقريباً.',
    fr: 'La recherche part d’un numéro tiré au hasard. Indiquez-en un pour refaire la même recherche ; un autre donne une autre solution, de qualité voisine.',
    en: 'The search begins from a random number. Give one to have the same search again; another gives another solution, about as good.',
  },
  last: {
    ar: 'آخر بحث: رقم البداية {seed}',
    fr: 'Dernière recherche : numéro {seed}',
    en: 'Last search: number {seed}',
  },
  lastTried: {
    ar: '{count, plural, zero {بلا محاولة} one {محاولة واحدة} two {محاولتان} few {# محاولات} many {# محاولة} other {# محاولة}}',
    fr: '{count, plural, =0 {aucun essai} one {# essai} other {# essais}}',
    en: '{count, plural, =0 {no try} one {# try} other {# tries}}',
  },
  canMore: {
    ar: 'لم يبلغ البحث أقصاه: قد يغطي بحث أطول ما يصل إلى {share} إضافية من المطلوب.',
    fr: 'La recherche peut aller plus loin : jusqu’à {share} de la demande pourrait encore être couvert.',
    en: 'The search can go further: up to {share} more of what is wanted could be covered.',
  },
  tellsAnew: {
    ar: 'قد يغير البحث أيضاً ما أُبلغت به الوحدات؛ ثبّت ما يجب أن يبقى أو أقفله أولاً.',
    fr: 'Elle peut aussi modifier ce qui a été annoncé aux unités : fixez ou verrouillez d’abord ce qui doit rester.',
    en: 'It may also change what units were told: pin or lock first what has to stay.',
  },
  longer: { ar: 'ابحث مدة أطول', fr: 'Chercher plus longtemps', en: 'Search longer' },
  atMost: {
    ar: 'لن يملأ أي بحث أكثر من هذا: ما بقي شاغراً ينقصه من يشغله. افتح مركزاً شاغراً لترى ما يفيد.',
    fr: 'Aucune recherche ne pourvoira davantage : pour ce qui reste vacant, il manque du monde. Ouvrez un poste vacant pour voir ce qui aiderait.',
    en: 'No search can fill more: for what stays vacant there are too few people. Open a vacant post to see what would help.',
  },
  missing: {
    ar: 'ما ينقص التظاهرة: عدد الأشخاص عند الذروة',
    fr: 'Ce qui manque à l’événement : l’effectif à la pointe',
    en: 'What the event is missing: people at the peak',
  },
  soFar: {
    ar: 'التغطية حتى الآن: {share}',
    fr: 'Couverture à ce stade : {share}',
    en: 'Covered so far: {share}',
  },
});
