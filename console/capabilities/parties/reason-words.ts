import { defineWords } from '../../kit/define-words.ts';

export const reasonWords = defineWords({
  title: {
    ar: 'سبب الاطّلاع على معطيات شخصية',
    fr: 'Motif de consultation de données personnelles',
    en: 'Why you consult personal data',
  },
  teach: {
    ar: 'يتضمّن ما تفتحه معطيات عن أشخاص. اذكر السبب مرة واحدة؛ يسري على ما تطّلع عليه بعد ذلك اثنتي عشرة ساعة على الأكثر، وينتهي عند الخروج أو تبديل الصفة. يُدوَّن مع كل اطّلاع، ويراجعه المسؤول عن حماية المعطيات.',
    fr: 'Ce que vous ouvrez concerne des personnes. Indiquez le motif une seule fois : il vaut pour vos consultations suivantes, douze heures au plus, et prend fin à la déconnexion ou au changement de fonction. Il est consigné à chaque consultation ; le délégué à la protection des données peut le lire.',
    en: 'What you are opening is about people. State the reason once: it holds for what you consult next, for twelve hours at most, and ends when you sign out or change role. It is logged with each consultation, and the data protection officer can read it.',
  },
  reason: { ar: 'السبب', fr: 'Motif', en: 'Reason' },
  reasonHint: {
    ar: 'مثال: التحقق من هوية قبل منح اعتماد. لا تكتب أسماء أشخاص.',
    fr: 'Exemple : vérification d’identité avant accréditation. Pas de nom de personne.',
    en: 'For example: identity check before an accreditation. No names of people.',
  },
  reference: {
    ar: 'رقم القضية أو الطلب (إن وُجد)',
    fr: 'N° d’affaire ou de demande (s’il existe)',
    en: 'Case or request number (if any)',
  },
  purpose: { ar: 'الغرض', fr: 'Finalité', en: 'Purpose' },
  noPurpose: { ar: 'غير محدد', fr: 'Non précisée', en: 'Not stated' },
  state: { ar: 'تدوين السبب والمتابعة', fr: 'Consigner et continuer', en: 'State it and go on' },
  strip: { ar: 'سبب الاطّلاع', fr: 'Motif de consultation', en: 'Reason for consulting' },
  until: { ar: 'حتى {time}', fr: 'jusqu’à {time}', en: 'until {time}' },
  change: { ar: 'تغيير السبب', fr: 'Changer de motif', en: 'Change reason' },
  withheld: {
    ar: 'معطيات شخصية: يلزم ذكر السبب',
    fr: 'Données personnelles : motif requis',
    en: 'Personal data: a reason is needed',
  },
  stateReason: { ar: 'ذكر السبب', fr: 'Indiquer le motif', en: 'State the reason' },
  'leftOut-list': {
    ar: 'في هذه القائمة عناصر تتضمّن معطيات شخصية؛ لا تظهر عناوينها إلا بعد ذكر سبب الاطّلاع.',
    fr: 'Certains éléments de cette liste contiennent des données personnelles ; leur titre s’affiche une fois le motif indiqué.',
    en: 'Some items in this list hold personal data; their titles appear once you have stated why you look.',
  },
  'leftOut-search': {
    ar: 'لم يشمل البحث العناصر التي تتضمّن معطيات شخصية؛ تدخل في البحث بعد ذكر سبب الاطّلاع.',
    fr: 'La recherche n’a pas porté sur les éléments contenant des données personnelles ; ils y entrent une fois le motif indiqué.',
    en: 'Items that hold personal data were not searched; they are once you have stated why you look.',
  },
  'leftOut-chart': {
    ar: 'لا يُظهر هذا المخطط ما يرد في عناصر تتضمّن معطيات شخصية؛ يظهر بعد ذكر سبب الاطّلاع.',
    fr: 'Le schéma laisse de côté ce que disent les éléments contenant des données personnelles ; il le montre une fois le motif indiqué.',
    en: 'The chart leaves out what items that hold personal data say; it shows it once you have stated why you look.',
  },
  'leftOut-pairs': {
    ar: 'لا تُعرض هنا التكرارات المحتملة التي تتضمّن معطيات شخصية؛ تُعرض بعد ذكر سبب الاطّلاع.',
    fr: 'Les doublons probables portant sur des données personnelles ne sont pas présentés ; ils le sont une fois le motif indiqué.',
    en: 'Likely duplicates that hold personal data are not shown; they are once you have stated why you look.',
  },
  end: { ar: 'إنهاء', fr: 'Mettre fin', en: 'End it' },
});
