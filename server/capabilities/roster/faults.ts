import { defineFaults } from '../../kernel/faults.ts';

defineFaults({
  'roster/unknown': {
    status: 422,
    ar: 'يذكر التعديل مركزاً أو مقعداً أو وحدة لا وجود لها في هذا المخطط. أعد التحميل ثم كرّره.',
    fr: 'La modification vise un poste, une place ou une unité absents de ce plan. Rechargez puis recommencez.',
    en: 'The edit names a post, a seat or a unit that this plan does not have. Reload and do it again.',
  },
  'roster/rules-broken': {
    status: 422,
    ar: 'يخالف ذلك القواعد الآتية: {rules}. اكتب سبباً لتجاوزها أو اختر وحدة أخرى.',
    fr: 'Règles enfreintes : {rules}. Indiquez un motif pour passer outre, ou choisissez une autre unité.',
    en: 'This breaks these rules: {rules}. Give a reason to set them aside, or choose another unit.',
  },
  'roster/host-pair': {
    status: 422,
    ar: 'لا يُكلَّف ضابط زائر دون ضابط مرافق من البلد المضيف، ولا استثناء من ذلك. عيّن ثنائياً يغطي مدة الخدمة كلها.',
    fr: 'Un officier étranger n’est jamais engagé sans binôme du pays hôte, sans exception. Formez un binôme qui couvre tout le service.',
    en: 'A visiting officer is never tasked without a host officer, without exception. Make a pair that covers the whole duty.',
  },
  'roster/pair-apart': {
    status: 422,
    ar: 'يبقى الضابط الزائر بجانب مرافقه: لا يقف أحدهما في مكان والآخر في مكان غيره في الوقت نفسه، ولا استثناء من ذلك. ضعهما في المكان نفسه أو عيّن مرافقاً آخر.',
    fr: 'Un officier étranger reste auprès de son binôme : ils ne servent jamais en deux lieux au même moment, sans exception. Placez-les au même lieu, ou formez un autre binôme.',
    en: 'A visiting officer stays beside his host officer: they are never at two places at one time, without exception. Place them together, or make another pair.',
  },
  'roster/never-set-aside': {
    status: 422,
    ar: 'لا يُتجاوز ذلك لأي سبب: {rules}. غيّر الخدمة الأخرى أولاً أو اختر وحدة أخرى.',
    fr: 'Aucun motif ne permet de passer outre : {rules}. Modifiez d’abord l’autre service, ou choisissez une autre unité.',
    en: 'No reason sets this aside: {rules}. Change the other duty first, or choose another unit.',
  },
  'roster/pinned': {
    status: 409,
    ar: 'هذه الوحدة مثبّتة في مركزها. أزل التثبيت أولاً.',
    fr: 'Cette unité est fixée à ce poste. Levez d’abord la fixation.',
    en: 'This unit is pinned to its post. Take the pin off first.',
  },
  'roster/locked': {
    status: 409,
    ar: 'ما يبدأ قبل تاريخ القفل لا يُغيَّر. ارفع القفل أو أخّره أولاً.',
    fr: 'Ce qui commence avant la date de verrouillage ne bouge plus. Levez ou déplacez d’abord le verrou.',
    en: 'What begins before the lock stays as it is. Lift or move the lock first.',
  },
  'roster/not-open': {
    status: 409,
    ar: 'المشروع معروض للموافقة أو منشور، فلا يُعدَّل. اسحب العرض أو خذ نسخة.',
    fr: 'Ce projet est soumis ou publié : il ne se modifie plus. Retirez la soumission ou faites une copie.',
    en: 'This draft is proposed or published and is not edited. Withdraw the proposal, or make a copy.',
  },
  'roster/not-proposed': {
    status: 409,
    ar: 'هذا المشروع غير معروض للموافقة الآن.',
    fr: 'Ce projet n’est pas soumis à l’approbation en ce moment.',
    en: 'This draft is not proposed at the moment.',
  },
  'roster/at-work': {
    status: 409,
    ar: 'الحل الآلي جارٍ على هذا المشروع. انتظر انتهاءه أو أوقفه.',
    fr: 'Un calcul est en cours sur ce projet. Attendez la fin ou arrêtez-le.',
    en: 'The solver is at work on this draft. Wait until it is done, or cancel it.',
  },
  'roster/nothing-to-undo': {
    status: 409,
    ar: 'لا يوجد تعديل يمكن التراجع عنه أو إعادته.',
    fr: 'Aucune modification à annuler ou à rétablir.',
    en: 'There is no edit to undo or to do again.',
  },
  'roster/own-proposal': {
    status: 403,
    ar: 'أنت من عرض هذا الجدول للموافقة: يوافق عليه شخص آخر (مبدأ التوقيعين).',
    fr: 'Vous avez vous-même soumis ce tableau : une autre personne doit l’approuver (double validation).',
    en: 'You proposed this roster yourself: another person must approve it (four eyes).',
  },
  'roster/own-work': {
    status: 403,
    ar: 'شاركتَ في إعداد هذا الجدول: يوافق عليه شخص لم يعدّه ولم يعدّله (مبدأ التوقيعين).',
    fr: 'Vous avez travaillé à ce tableau : une personne qui ne l’a ni établi ni modifié doit l’approuver (double validation).',
    en: 'You worked on this roster: somebody who neither wrote nor edited it must approve it (four eyes).',
  },
  'roster/no-longer-taskable': {
    status: 422,
    ar: 'تغيّر وضع وحدات في السجل فلم يعد تكليفها جائزاً: {units}. أعد التخطيط بالوضع الراهن قبل النشر.',
    fr: 'Des unités ne peuvent plus être engagées d’après le registre : {units}. Replanifiez avant de publier.',
    en: 'By the register these units can no longer be tasked: {units}. Re-plan as it stands now before publishing.',
  },
  'roster/booked-twice': {
    status: 422,
    ar: 'لوحدات في هذا الجدول خدمة منشورة في فعالية أخرى في الوقت نفسه أو قبل أن ترتاح: {units}. أعد التخطيط بالوضع الراهن قبل النشر.',
    fr: 'Des unités sont déjà engagées par le tableau d’un autre événement, au même moment ou sans le repos voulu : {units}. Replanifiez avant de publier.',
    en: 'Units already have duties in another event at that time, or without the rest between: {units}. Re-plan as it stands now before publishing.',
  },
  'roster/nobody': {
    status: 422,
    ar: 'لا أحد في هذا الجدول بعد، فلا شيء يُعرض.',
    fr: 'Personne n’est affecté dans ce tableau : rien à soumettre.',
    en: 'Nobody stands in this roster yet: there is nothing to propose.',
  },
  'roster/depends': {
    status: 422,
    ar: 'لا تصح التغييرات المقبولة وحدها، لأنها مرتبطة بأخرى رفضتها ({count} مركزاً). اقبل السلسلة كلها أو ارفضها كلها.',
    fr: 'Les changements retenus ne tiennent pas sans d’autres que vous refusez ({count} postes). Acceptez ou refusez la chaîne entière.',
    en: 'What you accept does not hold without other changes that you refuse ({count} posts). Accept or refuse the whole chain.',
  },
  'roster/no-event': {
    status: 422,
    ar: 'ليس لهذه التظاهرة مراكز أو وحدات بعد. أدخل المراكز والوحدات ثم ابدأ الجدول.',
    fr: 'Cet événement n’a encore ni postes ni unités. Saisissez-les avant de commencer le tableau.',
    en: 'This event has no posts or no units yet. Enter them, then begin the roster.',
  },
  'roster/message-unsound': {
    status: 422,
    ar: 'رسالة الخدمات غير سليمة الصياغة، فرُفضت.',
    fr: 'Le message des services est mal formé : il a été refusé.',
    en: 'The message about duties is not well formed and was refused.',
  },
});
