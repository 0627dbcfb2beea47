import { defineWords } from '../../kit/define-words.ts';

export const collectionsWords = defineWords({
  title: { ar: 'الأنظمة الموصولة', fr: 'Raccordements', en: 'Collections' },
  teach: {
    ar: 'أنظمة أخرى تتبادل مع هذه المنصّة عبر TAXII 2.1. ما تأتي به لا يراه غير مكتبها إلى أن يُحرَّر في معلومة ويؤذن بإرسالها.',
    fr: 'Les autres systèmes échangent ici par TAXII 2.1. Ce qu’ils apportent reste à leur bureau tant qu’une information n’en est pas tirée, puis autorisée.',
    en: 'Other systems exchange with this node over TAXII 2.1. What they bring stays with their desk until it is drawn into an item and released.',
  },
  systems: {
    ar: 'ما وصل من الأنظمة',
    fr: 'Ce que les systèmes ont apporté',
    en: 'What systems have brought',
  },
  noSystems: {
    ar: 'لا نظام موصول بمكتبك',
    fr: 'Aucun système raccordé à votre bureau',
    en: 'No system is connected to your desk',
  },
  noSystemsTeach: {
    ar: 'ينشئ المسؤول التقني حساباً بصفة «نظام موصول» ويلحقه بمكتبك، فيظهر هنا ما يأتي به.',
    fr: 'L’administrateur crée un compte « Système raccordé » et le rattache à votre bureau ; ce qu’il apporte paraît alors ici.',
    en: 'An administrator makes an account of the role “Connected system” at your desk; what it brings then appears here.',
  },
  system: { ar: 'النظام', fr: 'Système', en: 'System' },
  service: { ar: 'الجهاز', fr: 'Service', en: 'Service' },
  fresh: { ar: 'الجديد', fr: 'Nouveau', en: 'New' },
  total: { ar: 'المجموع', fr: 'En tout', en: 'In all' },
  lastAt: { ar: 'آخر إرسال', fr: 'Dernier apport', en: 'Last brought' },
  never: { ar: 'لم يرسل شيئاً بعد', fr: 'Rien encore', en: 'Nothing yet' },
  action: { ar: 'الإجراء', fr: 'Action', en: 'Action' },
  objects: {
    ar: '{count, plural, zero {لا شيء} one {كائن واحد} two {كائنان} few {# كائنات} many {# كائناً} other {# كائن}}',
    fr: '{count, plural, =0 {aucun objet} one {# objet} other {# objets}}',
    en: '{count, plural, =0 {no objects} one {# object} other {# objects}}',
  },
  draw: { ar: 'إنشاء مسودة', fr: 'En faire un brouillon', en: 'Make a draft' },
  addresses: { ar: 'عناوين التوصيل', fr: 'Adresses de raccordement', en: 'Addresses' },
  discovery: { ar: 'عنوان الاكتشاف', fr: 'Adresse de découverte', en: 'Discovery address' },
  apiRoot: { ar: 'جذر الواجهة', fr: 'Racine d’API', en: 'API root' },
  'kind-own': {
    ar: 'المجموعة الخاصة بهذا الحساب: قراءة وكتابة وحذف',
    fr: 'Collection propre à ce compte : lecture, écriture, suppression',
    en: 'This account’s own collection: read, write, delete',
  },
  'kind-service': {
    ar: 'معلومات الجهاز التي يجوز لك الاطلاع عليها: قراءة فقط',
    fr: 'Informations du service que vous pouvez lire : lecture seule',
    en: 'What this service holds and you may read: read only',
  },
  'kind-partner': {
    ar: 'ما أُحيل إلى جهازك: قراءة فقط',
    fr: 'Ce qui a été transmis à votre service : lecture seule',
    en: 'What was released to your service: read only',
  },
  howTo: { ar: 'كيف يُوصَل نظام', fr: 'Raccorder un système', en: 'How to connect a system' },
  howToAccount: {
    ar: 'يلزم لكل نظام حساب بصفة «نظام موصول»، وكلمة مروره أو مفتاح برمجي منه.',
    fr: 'Chaque système a son compte « Système raccordé » et s’identifie par son mot de passe ou par un jeton.',
    en: 'Each system has an account of the role “Connected system” and signs in with its password or a token.',
  },
  howToMisp: {
    ar: 'في MISP: أضف خادم TAXII من «Sync Actions»، وضع جذر الواجهة ومعرّف المجموعة والحساب.',
    fr: 'MISP : « Sync Actions », ajouter un serveur TAXII ; racine d’API, identifiant de collection, compte.',
    en: 'MISP: in “Sync Actions” add a TAXII server with the API root, the collection’s id and the account.',
  },
  howToOpencti: {
    ar: 'في OpenCTI: أضف مصدر TAXII 2.1 من «Data / Ingestion»، وضع جذر الواجهة ومعرّف المجموعة.',
    fr: 'OpenCTI : « Data / Ingestion », flux TAXII 2.1 ; racine d’API et identifiant de collection.',
    en: 'OpenCTI: in “Data / Ingestion” add a TAXII 2.1 feed with the API root and the collection’s id.',
  },
  howToClient: {
    ar: 'في بايثون، بمكتبة taxii2-client:',
    fr: 'En Python, avec taxii2-client :',
    en: 'In Python, with taxii2-client:',
  },
  copyAddress: { ar: 'نسخ: {name}', fr: 'Copier : {name}', en: 'Copy: {name}' },
  drawTitle: {
    ar: 'مسودة مما أتى به {name}',
    fr: 'Brouillon tiré de {name}',
    en: 'A draft from what {name} brought',
  },
  drawTeach: {
    ar: 'تُنقل الكائنات الجديدة إلى مسودة بالوسم الذي تضعه هنا، ثم تسلك الطريق المعتاد: اقتراح فإذن.',
    fr: 'Les objets nouveaux passent dans un brouillon sous le marquage choisi ici ; la suite est celle de toute information : proposer, autoriser.',
    en: 'The new objects go into a draft under the marking that you set here; from there it goes as ever: propose, release.',
  },
  drawn: { ar: 'أُنشئت المسودة', fr: 'Brouillon créé', en: 'Draft made' },
  cancel: { ar: 'رجوع دون إنشاء', fr: 'Revenir sans créer', en: 'Back without a draft' },
  gone: {
    ar: 'لا جديد في هذا النظام',
    fr: 'Ce système n’a rien apporté de nouveau',
    en: 'This system has brought nothing new',
  },
});
