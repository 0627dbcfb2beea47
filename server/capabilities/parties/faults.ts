/** What is expected to go wrong with people and sign-in. None says whether an account exists. */
import { defineFaults } from '../../kernel/faults.ts';

defineFaults({
  'parties/reason-needed': {
    status: 428,
    ar: 'يتضمّن هذا العنصر معطيات شخصية. اذكر سبب الاطّلاع عليها ثم تابع؛ يُدوَّن السبب في سجل العمليات.',
    fr: 'Cet élément contient des données à caractère personnel. Indiquez le motif de la consultation, puis continuez ; il est consigné au journal.',
    en: 'This holds personal data. State why you consult it, then go on; the reason is logged.',
  },
  'parties/not-a-connector': {
    status: 409,
    ar: 'السبب الدائم خاص بحسابات صفة «موصل آلي». أضف هذه الصفة أولاً.',
    fr: 'Un motif permanent ne concerne que les comptes de connecteur. Attribuez d’abord cette fonction.',
    en: 'A standing reason is for accounts of the role connector. Give that role first.',
  },
  'parties/sign-in-failed': {
    status: 401,
    ar: 'تعذّر تسجيل الدخول. تحقّق من بياناتك وأعد المحاولة، أو اتصل بمسؤول المنصّة في جهازك.',
    fr: 'Connexion impossible. Vérifiez vos identifiants et réessayez, ou adressez-vous à l’administrateur de votre service.',
    en: 'Sign-in failed. Check what you entered and try again, or ask the administrator of your service.',
  },
  'parties/locked': {
    status: 429,
    ar: 'محاولات دخول كثيرة. انتظر {waitSeconds} ثانية ثم أعد المحاولة، أو ادخل بمفتاح المرور.',
    fr: 'Trop de tentatives de connexion. Réessayez dans {waitSeconds} s ou utilisez votre clé d’accès.',
    en: 'Too many sign-in attempts. Try again in {waitSeconds} s, or use your passkey.',
  },
  'parties/challenge-expired': {
    status: 401,
    ar: 'انتهت مهلة هذه الخطوة. أعد تسجيل الدخول من بدايته.',
    fr: 'Cette étape a expiré. Reprenez la connexion depuis le début.',
    en: 'This step has expired. Start signing in again.',
  },
  'parties/no-session': {
    status: 409,
    ar: 'هذا الإجراء خاص بجلسة عمل في المنصّة. سجّل الدخول من المتصفّح.',
    fr: 'Cette action suppose une session ouverte dans la console. Connectez-vous avec un navigateur.',
    en: 'This needs a session in the console. Sign in with a browser.',
  },
  'parties/enrolment-invalid': {
    status: 401,
    ar: 'رابط التسجيل غير صالح أو استُعمل أو انتهت مدّته. اطلب رابطاً جديداً من مسؤول المنصّة.',
    fr: 'Ce lien d’enrôlement est invalide, déjà utilisé ou expiré. Demandez-en un nouveau à l’administrateur.',
    en: 'This enrolment link is not valid, was used or has expired. Ask the administrator for a new one.',
  },
  'parties/code-wrong': {
    status: 422,
    ar: 'الرمز غير صحيح أو سبق استعماله. انتظر الرمز التالي وتحقّق من ضبط ساعة هاتفك.',
    fr: 'Code incorrect ou déjà utilisé. Attendez le suivant et vérifiez l’heure de votre téléphone.',
    en: 'The code is wrong or was used already. Wait for the next one and check the clock of your phone.',
  },
  'parties/passkey-refused': {
    status: 422,
    ar: 'لم يُقبل مفتاح المرور. أعد المحاولة من العنوان الرسمي للمنصّة مع تفعيل التحقّق من هويتك على الجهاز.',
    fr: 'Clé d’accès refusée. Réessayez depuis l’adresse officielle de la console, en vous identifiant sur l’appareil.',
    en: 'The passkey was not accepted. Try again at the console’s own address and confirm on the device that it is you.',
  },
  'parties/password-wrong': {
    status: 422,
    ar: 'كلمة السر الحالية غير صحيحة. أعد كتابتها.',
    fr: 'Le mot de passe actuel est incorrect. Saisissez-le à nouveau.',
    en: 'The present password is wrong. Type it again.',
  },
  'parties/password-weak': {
    status: 422,
    ar: 'كلمة السر سهلة التخمين. اختر عبارة لا تتضمّن اسمك ولا بريدك ولا تكراراً.',
    fr: 'Mot de passe trop facile à deviner. Choisissez une phrase sans votre nom, votre adresse ni répétitions.',
    en: 'The password is easy to guess. Choose a phrase without your name, your e-mail address or repetition.',
  },
  'parties/email-taken': {
    status: 409,
    ar: 'هذا البريد مسجّل لشخص آخر. استعمل بريداً آخر أو عدّل الحساب القائم.',
    fr: 'Cette adresse est déjà celle d’une autre personne. Choisissez-en une autre ou modifiez le compte existant.',
    en: 'Another person has this e-mail address. Use another one or change the existing account.',
  },
  'parties/four-eyes': {
    status: 403,
    ar: 'لا يمنح أحد نفسه هذه الصفة. اطلب من مسؤول آخر للمنصّة أن يمنحها لك.',
    fr: 'Nul ne s’attribue cette fonction. Demandez-la à un autre administrateur.',
    en: 'Nobody gives himself this role. Ask another administrator to grant it.',
  },
  'parties/guest-role': {
    status: 422,
    ar: 'لا تُمنح هذه الصفة لمنتسب إلى جهاز شريك. اختر صفة أخرى.',
    fr: 'Cette fonction n’est pas ouverte aux agents d’un service partenaire. Choisissez-en une autre.',
    en: 'This role is not open to people of a partner service. Choose another one.',
  },
  'parties/no-active-link': {
    status: 409,
    ar: 'لا ربط فعّالاً مع هذا الجهاز. فعّل الربط أولاً.',
    fr: 'Aucune liaison active avec ce service. Activez d’abord la liaison.',
    en: 'There is no active link with this service. Activate the link first.',
  },
  'parties/last-way': {
    status: 409,
    ar: 'هذه آخر وسيلة دخول لك. أضف وسيلة أخرى قبل حذفها.',
    fr: 'C’est votre dernier moyen de connexion. Ajoutez-en un autre avant de le supprimer.',
    en: 'This is your last way to sign in. Add another before you remove it.',
  },
  'parties/limit': {
    status: 409,
    ar: 'بلغت الحد الأقصى ({limit}). احذف ما لم تعد تحتاج إليه ثم أعد المحاولة.',
    fr: 'Limite de {limit} atteinte. Supprimez ce qui ne sert plus puis réessayez.',
    en: 'The limit of {limit} is reached. Remove what is no longer needed and try again.',
  },
  'parties/demo-beyond-loopback': {
    status: 500,
    ar: 'في هذه العقدة حسابات عرض توضيحي ولا يجوز فتحها خارج هذا الجهاز ({host}). أنشئ عقدة جديدة بالأمر npx tansiq init.',
    fr: 'Ce nœud contient des comptes de démonstration : il ne peut écouter au-delà de cette machine ({host}). Créez-en un autre : npx tansiq init.',
    en: 'This node holds demo accounts and may not listen beyond this machine ({host}). Make another: npx tansiq init.',
  },
  'parties/other-service': {
    status: 500,
    ar: 'تخصّ قاعدة البيانات هذه جهازاً آخر ({found}). صحّح مجلد البيانات أو DATABASE_URL.',
    fr: 'Cette base de données est celle d’un autre service ({found}). Corrigez le dossier de données ou DATABASE_URL.',
    en: 'This database belongs to another service ({found}). Correct the data folder or DATABASE_URL.',
  },
  'parties/already-begun': {
    status: 409,
    ar: 'لهذه العقدة مسؤول منصّة من قبل. اطلب منه دعوتك.',
    fr: 'Ce nœud a déjà un administrateur. Demandez-lui une invitation.',
    en: 'This node has an administrator already. Ask him to invite you.',
  },
});
