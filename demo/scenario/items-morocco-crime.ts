/** Items of the Moroccan node on offences around the Games. Domains and addresses are those of examples. */
import { eventMarking, personMarking } from './markings.ts';
import { prose } from './prose.ts';
import {
  account,
  identity,
  indicator,
  note,
  observable,
  place,
  relationship,
  threatActor,
} from './stix-objects.ts';
import type { ScenarioItem } from './world.ts';

const arrangement = 'الترتيب التقني الخاص بباريس 2024 (نص موضوع للعرض)، تبادل المعلومات';
const franceMorocco = 'الاتفاق المغربي الفرنسي بشأن التعاون في المجال الأمني، 30 ماي 2000';
const franceMoroccoFrench =
  'Accord franco-marocain du 30 mai 2000 relatif à la coopération en matière de sécurité';
const everyone = ['fr', 'ma', 'es'] as const;

const phishingAt = '2024-07-17T12:10:00.000Z';
const visaDomain = observable('domain-name', 'visa-olympiades.example');
const visaServer = observable('ipv4-addr', '198.51.100.23');
const visaSender = observable('email-addr', 'rendez-vous@visa-olympiades.example');
const visaIndicator = indicator(
  'visa-phishing',
  phishingAt,
  'موقع مزيف لمواعيد التأشيرة',
  "[domain-name:value = 'visa-olympiades.example' OR ipv4-addr:value = '198.51.100.23']",
);

const passportsAt = '2024-07-19T16:25:00.000Z';
const forger = threatActor(
  'forged-passports',
  passportsAt,
  'شبكة لتزوير جوازات السفر',
  'تستبدل الصفحة البيومترية لجوازات حقيقية مسروقة؛ عيب ثابت في حبر اللوحة البصرية المتغيرة.',
);
const airport = place(
  'casablanca-control',
  passportsAt,
  'المعبر الحدودي بمطار الدار البيضاء',
  'MA',
  [33.3675, -7.5897],
);

const drugsAt = '2024-07-25T11:00:00.000Z';
const courier = identity(
  'courier-samir-lahlimi',
  drugsAt,
  'Samir LAHLIMI',
  'individual',
  'Personne inventée. Né en 1988, chauffeur routier ; mis en cause comme convoyeur.',
);
const port = place('algesiras-tanger', drugsAt, 'Tanger Med, quai passagers', 'MA', [35.8889, -5.5031]);

const sellerAt = '2024-08-01T14:50:00.000Z';
const sellerAccount = account('social-network', 'tadakir_paris_24');
const sellerMail = observable('email-addr', 'tadakir@paris-hospitality.example.net');

const draftAt = '2024-08-08T09:30:00.000Z';

export const moroccanCrimeItems: readonly ScenarioItem[] = [
  {
    key: 'ma-visa-phishing',
    originator: 'ma',
    author: 'analyst',
    desk: 'intelligence',
    language: 'ar',
    at: phishingAt,
    title: 'موقع تصيد ينتحل صفة مصالح التأشيرة لفائدة زوار الألعاب',
    summary: prose(`
      رُصد موقع إلكتروني ينتحل صفة مصالح التأشيرة ويعرض مواعيد مستعجلة خاصة بالألعاب مقابل أداء مسبق. يجمع
      الموقع صور جوازات السفر ومعطيات البطاقات البنكية. تقدم عدد من الضحايا بشكايات لدى مصالح الدار البيضاء.
      العنوان الرقمي يعود لمستضيف خارج المغرب. يمكن حجب الموقع، ونلتمس إشعارنا بكل شكاية مماثلة.`),
    agreement: 'paris-2024',
    marking: eventMarking({
      tlp: 'green',
      pap: 'green',
      grading: { scheme: 'admiralty', source: 'A', information: '1' },
      field: 'cybercrime',
      purpose: 'detection',
      releasableTo: everyone,
      legalBasis: arrangement,
    }),
    objects: [
      visaDomain,
      visaServer,
      visaSender,
      visaIndicator,
      note('visa-hosting', phishingAt, 'النطاق يحيل على هذا العنوان.', [visaDomain, visaServer]),
    ],
  },
  {
    key: 'ma-forged-passports',
    originator: 'ma',
    author: 'analyst',
    desk: 'intelligence',
    language: 'ar',
    at: passportsAt,
    title: 'أسلوب جديد في تزوير جوازات السفر: علامة تمكن من كشفه',
    summary: prose(`
      ضُبطت بمطار الدار البيضاء ثلاثة جوازات سفر أوروبية حقيقية مسروقة استُبدلت صفحتها البيومترية. يمكن كشف
      التزوير بالعين المجردة: الحبر المتغير بصريا لا يتحول إلى الأخضر عند إمالة الصفحة. كان حاملوها يعتزمون
      العبور إلى باريس عبر مدريد. الأبحاث متواصلة تحت إشراف النيابة العامة، ولا تُذكر هويات المعنيين في هذه
      المذكرة.`),
    agreement: 'paris-2024',
    marking: eventMarking({
      handling: ['H1'],
      grading: { scheme: 'admiralty', source: 'A', information: '1' },
      field: 'document-fraud',
      purpose: 'detection',
      releasableTo: everyone,
      legalBasis: arrangement,
    }),
    objects: [forger, airport, relationship(passportsAt, forger, 'located-at', airport)],
  },
  {
    key: 'ma-psychotropics',
    originator: 'ma',
    author: 'liaison-officer',
    desk: 'national',
    language: 'fr',
    at: drugsAt,
    title: 'Comprimés psychotropes : convoyeur présumé attendu en région parisienne',
    summary: prose(`
      Selon une source habituellement fiable, le nommé LAHLIMI Samir, chauffeur routier, aurait remis à deux
      reprises des comprimés psychotropes à un receveur de Seine-Saint-Denis. Un nouveau passage est
      envisagé pendant les Jeux. Information non recoupée. Merci de ne procéder à aucun contrôle ciblé sans
      accord préalable : une enquête est en cours au Maroc.`),
    agreement: 'fr-ma',
    marking: personMarking({
      tlp: 'red',
      pap: 'red',
      handling: ['H1', 'H2', 'H3'],
      handlingText: 'Aucun contrôle ciblé sans accord préalable de la partie marocaine.',
      grading: { scheme: 'admiralty', source: 'B', information: '3' },
      field: 'drugs',
      purpose: 'investigation',
      personCategories: ['suspect'],
      releasableTo: ['ma', 'fr'],
      legalBasis: franceMoroccoFrench,
    }),
    objects: [courier, port, relationship(drugsAt, courier, 'located-at', port)],
  },
  {
    key: 'ma-ticket-seller',
    originator: 'ma',
    author: 'analyst',
    desk: 'intelligence',
    language: 'ar',
    at: sellerAt,
    title: 'حساب على شبكة اجتماعية يبيع تذاكر وهمية لمباريات المنتخب',
    summary: prose(`
      يعرض حساب على شبكة اجتماعية تذاكر لمباريات كرة القدم مع تحويل مسبق للمبلغ ثم يحجب المشتري. أسفرت
      التحريات الأولية عن عنوان بريد إلكتروني واحد مرتبط بالحساب، ولم تُحدد بعد هوية صاحبه. سبعة ضحايا إلى
      حدود الساعة، اثنان منهم مقيمان بإسبانيا. نلتمس من شركائنا موافاتنا بالشكايات المسجلة لديهم.`),
    agreement: 'paris-2024',
    marking: personMarking({
      grading: { scheme: 'admiralty', source: 'B', information: '2' },
      field: 'cybercrime',
      purpose: 'detection',
      personCategories: ['suspect', 'victim'],
      releasableTo: everyone,
      legalBasis: arrangement,
    }),
    objects: [
      sellerAccount,
      sellerMail,
      note('seller', sellerAt, 'البريد مرتبط بالحساب.', [sellerAccount, sellerMail]),
    ],
  },
  {
    key: 'ma-migration-rumour',
    originator: 'ma',
    author: 'analyst',
    desk: 'intelligence',
    language: 'ar',
    at: '2024-08-07T13:00:00.000Z',
    title: 'إشاعة عن تأشيرات رياضية تُستغل في الهجرة غير النظامية',
    summary: prose(`
      تُروَّج على الشبكات الاجتماعية إشاعة مفادها أن بطاقة المشجع تُغني عن التأشيرة. يستغلها وسطاء لطلب
      مبالغ مالية من الشباب. لم تُسجل أي محاولة عبور بهذه الطريقة. نقترح نشر تكذيب مشترك باللغات الثلاث بعد
      موافقة الطرفين.`),
    agreement: 'fr-ma',
    marking: eventMarking({
      tlp: 'green',
      field: 'irregular-migration',
      purpose: 'prevention',
      handling: ['H0'],
      grading: { scheme: 'admiralty', source: 'C', information: '2' },
      releasableTo: ['ma', 'fr'],
      legalBasis: franceMorocco,
    }),
    objects: [observable('url', 'https://supporter-card.example/visa')],
  },
  {
    key: 'ma-cloned-cards',
    originator: 'ma',
    author: 'analyst',
    desk: 'intelligence',
    language: 'ar',
    at: draftAt,
    title: 'استعمال بطاقات بنكية منسوخة بمراكش: صلة محتملة بضحايا الألعاب',
    summary: prose(`
      استُعملت بمراكش بطاقات بنكية يُحتمل أنها نُسخت بباريس خلال الأسبوع الأول من الألعاب. الأبحاث جارية مع
      المؤسسات البنكية. مسودة لم تُستكمل بعد.`),
    agreement: 'paris-2024',
    marking: eventMarking({
      handling: ['H1'],
      field: 'organised-crime',
      purpose: 'detection',
      releasableTo: everyone,
      legalBasis: arrangement,
    }),
    objects: [place('marrakech', draftAt, 'مراكش', 'MA', [31.6295, -7.9811])],
  },
];
