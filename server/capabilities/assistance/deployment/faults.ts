import { defineFaults } from '../../../kernel/faults.ts';

defineFaults({
  'assistance/not-taskable': {
    status: 409,
    ar: 'لا يمكن تكليف هذا الضابط بمهمة: {reasons}.',
    fr: 'Cet officier ne peut pas recevoir de mission : {reasons}.',
    en: 'This officer cannot be given a task: {reasons}.',
  },
  'assistance/step-not-now': {
    status: 409,
    ar: 'لا يمكن اتخاذ هذه الخطوة في هذه المرحلة. أعد التحميل لترى ما استجدّ.',
    fr: 'Cette étape n’est pas possible à ce stade. Rechargez pour voir où en est l’officier.',
    en: 'This step cannot be taken at this stage. Reload to see how far the officer has come.',
  },
  'assistance/not-your-step': {
    status: 403,
    ar: 'هذه الخطوة من اختصاص الطرف الآخر.',
    fr: 'Cette étape revient à l’autre service.',
    en: 'This step is the other service’s to take.',
  },
  'assistance/not-accepted': {
    status: 409,
    ar: 'لم يُقبل أي عرض لهذا البند من الطلب، أو لم يعد القبول سارياً.',
    fr: 'Aucune offre n’a été acceptée pour cette ligne de la demande, ou l’acceptation ne vaut plus.',
    en: 'No offer was accepted for this line of the ask, or the acceptance no longer holds.',
  },
  'assistance/beyond-quantity': {
    status: 409,
    ar: 'عدد الأسماء يتجاوز ما قُبل ({limit}). احذف ما زاد أو اسحب غيره.',
    fr: 'Vous désignez plus d’officiers qu’il n’en a été accepté ({limit}). Retirez-en.',
    en: 'More officers are named than were accepted ({limit}). Leave some out.',
  },
  'assistance/profile-unsound': {
    status: 422,
    ar: 'لا تستقيم بيانات الضابط رقم {row}: {problem}.',
    fr: 'Les données de l’officier n° {row} ne conviennent pas : {problem}.',
    en: 'What is said of officer no. {row} does not hold: {problem}.',
  },
  'assistance/hidden-letters': {
    status: 422,
    ar: 'في النص حروف لا تُرى. اكتبه من جديد.',
    fr: 'Le texte contient des caractères invisibles. Retapez-le.',
    en: 'The text holds letters that cannot be seen. Type it again.',
  },
  'assistance/pairing-refused': {
    status: 409,
    ar: 'لا يمكن تشكيل هذا الثنائي: {gap}.',
    fr: 'Ce binôme n’est pas possible : {gap}.',
    en: 'This pair is not possible: {gap}.',
  },
  'assistance/dates-unsound': {
    status: 422,
    ar: 'التواريخ غير مقبولة: تحقّق من ترتيبها ومن فترة وجود الضابط.',
    fr: 'Les dates ne conviennent pas : vérifiez leur ordre et la période de présence de l’officier.',
    en: 'The dates do not hold: check their order and the time for which the officer is here.',
  },
  'assistance/file-unreadable': {
    status: 422,
    ar: 'تعذّرت قراءة الجدول. احفظه بصيغة CSV ثم أعد المحاولة.',
    fr: 'Le tableau est illisible. Enregistrez-le au format CSV puis réessayez.',
    en: 'The table cannot be read. Save it as CSV and try again.',
  },
  'assistance/file-broken': {
    status: 422,
    ar: 'علامة اقتباس لم تُغلق في السطر {line} من الجدول. صحّحها ثم أعد المحاولة.',
    fr: 'Un guillemet n’est pas refermé à la ligne {line} du tableau. Corrigez-la puis réessayez.',
    en: 'A quotation mark is not closed on line {line} of the table. Mend it and try again.',
  },
  'assistance/deployment-unsound': {
    status: 422,
    ar: 'الرسالة الخاصة بالضابط الموفد غير سليمة.',
    fr: 'Le message relatif à l’officier détaché est mal formé.',
    en: 'The message about the officer who is sent is not sound.',
  },
  'assistance/unit-erased': {
    status: 404,
    ar: 'حُذفت بيانات هذا الضابط في أجلها، فلا يُحفظ عنه شيء بعدُ.',
    fr: 'Les données de cet officier ont été effacées à leur terme ; plus rien n’est conservé.',
    en: 'What was held of this officer was erased on its date; nothing more is kept.',
  },
  'assistance/accredited-already': {
    status: 409,
    ar: 'لا يُصحَّح ملف أُرسل إلا قبل اعتماد صاحبه. عيّن ضابطاً آخر مكانه من صفحته.',
    fr: 'Une fiche transmise ne se corrige que jusqu’à l’accréditation. Désignez un remplaçant depuis la page de l’officier.',
    en: 'What was sent is mended until the officer is accredited. Name another in his place from his page.',
  },
  'assistance/still-on-its-way': {
    status: 409,
    ar: 'لم يؤكد جهاز البلد المضيف وصول الاسم بعد. انتظر قليلاً ثم أعد المحاولة.',
    fr: 'Le nœud du pays hôte n’a pas encore confirmé ce nom. Patientez puis réessayez.',
    en: 'The host’s node has not confirmed this name yet. Wait a little and try again.',
  },
  'assistance/another-officer': {
    status: 422,
    ar: 'يبقى الاسم والتخصص كما أُرسلا. لتعيين شخص آخر استعمل «ضابط آخر مكانه».',
    fr: 'Le nom et la spécialité transmis ne changent pas. Pour une autre personne, désignez un remplaçant.',
    en: 'The name and the specialty stay as they were sent. For another person, name one in his place.',
  },
  'assistance/no-arms': {
    status: 409,
    ar: 'لا يُعتمد مسلحاً: يلزم سلاح مسجل برقمه وصلاحية حمل السلاح وبند يقبل السلاح.',
    fr: 'Pas de badge armé : il faut une arme enregistrée avec son numéro, le pouvoir de port d’arme et une ligne qui admet les armes.',
    en: 'No armed badge: a registered weapon, the power to carry arms and a line that allows arms are needed.',
  },
  'assistance/officers-here': {
    status: 409,
    ar: 'هناك ضباط وصلوا بموجب هذا الطلب ({count}). أنهِ مهمتهم أولاً.',
    fr: 'Des officiers sont ici au titre de cette demande ({count}). Libérez-les d’abord.',
    en: 'Officers are here on this ask ({count}). Release them first.',
  },
  'assistance/officers-named': {
    status: 409,
    ar: 'هناك ضباط معيَّنون بموجب هذا القبول ({count}). يسحبهم جهازهم أو يُنهي البلد المضيف مهمتهم أولاً.',
    fr: 'Des officiers sont désignés au titre de cette acceptation ({count}). Leur service les retire, ou l’hôte les libère, d’abord.',
    en: 'Officers are named on this acceptance ({count}). Their service withdraws them, or the host releases them, first.',
  },
  'assistance/step-repeated': {
    status: 409,
    ar: 'سبق تسجيل هذه الخطوة.',
    fr: 'Cette étape a déjà été enregistrée.',
    en: 'This step was taken already.',
  },
});
