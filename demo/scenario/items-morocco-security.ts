/** Items of the Moroccan node on the security of the Games and of its nationals there. */
import { eventMarking, personMarking } from './markings.ts';
import { prose } from './prose.ts';
import { identity, incident, note, place } from './stix-objects.ts';
import type { ScenarioItem } from './world.ts';

const arrangement = 'الترتيب التقني الخاص بباريس 2024 (نص موضوع للعرض)، تبادل المعلومات';
const franceMorocco = 'الاتفاق المغربي الفرنسي بشأن التعاون في المجال الأمني، 30 ماي 2000';
const everyone = ['fr', 'ma', 'es'] as const;

const teamAt = '2024-07-20T10:00:00.000Z';
const team = identity('ma-eod', teamAt, 'فريق تفكيك المتفجرات', 'group', 'عشرة عناصر موزعين على أربع مدن.');

const flowsAt = '2024-07-21T17:00:00.000Z';
const tangier = place('tanger-med', flowsAt, 'ميناء طنجة المتوسط', 'MA', [35.8889, -5.5031]);
const casablanca = place(
  'casablanca-airport',
  flowsAt,
  'مطار محمد الخامس، الدار البيضاء',
  'MA',
  [33.3675, -7.5897],
);

const supportersAt = '2024-08-04T08:30:00.000Z';
const prado = place('prado', supportersAt, 'Rond-point du Prado, Marseille', 'FR', [43.2727, 5.3926]);

const threatAt = '2024-07-24T22:15:00.000Z';
const threat = incident(
  'threat-message',
  threatAt,
  'رسالة تهديد متداولة ضد وسائل النقل',
  'نص قصير متداول على تطبيق للتراسل، دون ذكر مكان أو وقت، ولم يثبت أن لصاحبه قدرة على التنفيذ.',
);

const missingAt = '2024-08-05T22:40:00.000Z';
const missing = identity(
  'missing-brahim-zerouali',
  missingAt,
  'إبراهيم الزروالي',
  'individual',
  'شخص من نسج الخيال. 71 سنة، يعاني من داء السكري، يرتدي قميصا أحمر وقبعة بيضاء.',
);

const feedbackAt = '2024-07-27T19:00:00.000Z';
const railNote = incident(
  'rail-reply',
  feedbackAt,
  'جواب عن طلب المعلومات بشأن السكك الحديدية',
  'لم تسفر الأبحاث في السجلات الوطنية عن أي معطى له صلة.',
);

export const moroccanSecurityItems: readonly ScenarioItem[] = [
  {
    key: 'ma-eod-team',
    originator: 'ma',
    author: 'event-planner',
    desk: 'event',
    language: 'ar',
    at: teamAt,
    title: 'فريق تفكيك المتفجرات: التركيبة وتوزيع العناصر على المدن الأربع',
    summary: prose(`
      يتكون الفريق من عشرة ضباط وتقنيين متخصصين في تفكيك المتفجرات، موزعين على مدن بوردو وليون ونيس وليل.
      يعمل كل ثنائي تحت إشراف فرقة إزالة الألغام الفرنسية المختصة ترابيا ولا يتدخل بصفة منفردة. لغة العمل هي
      الفرنسية، وجميع الشهادات سارية المفعول إلى نهاية السنة. نلتمس موافاتنا بأسماء الضباط المرافقين قبل
      الوصول بثمان وأربعين ساعة.`),
    agreement: 'fr-ma',
    marking: eventMarking({
      field: 'explosives',
      handling: ['H1', 'H2'],
      releasableTo: ['ma', 'fr'],
      legalBasis: franceMorocco,
    }),
    objects: [team, note('eod-pairs', teamAt, 'المطلوب: أسماء الضباط المرافقين.', [team])],
    factSource: 'Le360, août 2024 ; Maroc Presse, 19 juillet 2024',
  },
  {
    key: 'ma-visitor-flows',
    originator: 'ma',
    author: 'analyst',
    desk: 'intelligence',
    language: 'ar',
    at: flowsAt,
    title: 'تقدير تدفق المسافرين من المغرب نحو فرنسا خلال فترة الألعاب',
    summary: prose(`
      تتزامن الألعاب مع ذروة عملية العبور الصيفية، ويُنتظر أن يفوق عدد المسافرين عبر ميناء طنجة المتوسط
      ومطار محمد الخامس المعدل المعتاد للفترة نفسها. أغلب المتوجهين إلى المنافسات أسر مقيمة بأوروبا تحمل
      تذاكرها مسبقا. لم تُرصد أي مؤشرات على تنقل مجموعات معروفة بالشغب. سيُحيَّن هذا التقدير كل أسبوع.`),
    agreement: 'paris-2024',
    marking: eventMarking({
      tlp: 'green',
      grading: { scheme: 'admiralty', source: 'B', information: '2' },
      releasableTo: everyone,
      legalBasis: arrangement,
    }),
    objects: [tangier, casablanca, note('flows', flowsAt, 'تحيين أسبوعي كل يوم أحد.', [tangier, casablanca])],
  },
  {
    key: 'ma-threat-message',
    originator: 'ma',
    author: 'analyst',
    desk: 'intelligence',
    language: 'ar',
    at: threatAt,
    title: 'تقييم رسالة تهديد متداولة ضد وسائل النقل خلال حفل الافتتاح',
    summary: prose(`
      تُتداول منذ مساء اليوم رسالة تدعو إلى استهداف وسائل النقل أثناء حفل الافتتاح. المصدر لم يسبق اختباره،
      والمحتوى منقول عن منشور قديم أعيد نشره مع تغيير التاريخ. لا تتوفر لدينا معطيات عن قدرة أو إعداد فعلي.
      نرى أن مصداقيتها ضعيفة، ونوصي باليقظة دون رفع المستوى. يُرجى عدم الاتصال بناشر الرسالة.`),
    agreement: 'paris-2024',
    marking: eventMarking({
      tlp: 'amber+strict',
      pap: 'red',
      handling: ['H1', 'H2'],
      grading: { scheme: 'admiralty', source: 'F', information: '5' },
      field: 'terrorism',
      purpose: 'threat-protection',
      releasableTo: everyone,
      legalBasis: arrangement,
      reviewInDays: 30,
      eraseInDays: 120,
    }),
    objects: [threat, note('threat-view', threatAt, 'مصداقية ضعيفة؛ يقظة دون رفع المستوى.', [threat])],
  },
  {
    key: 'ma-rail-reply',
    originator: 'ma',
    author: 'liaison-officer',
    desk: 'national',
    language: 'ar',
    at: feedbackAt,
    title: 'جواب: استهداف منشآت القطار السريع ليلة 25 إلى 26 يوليوز',
    summary: prose(`
      تبعا لإشعاركم المؤرخ في 26 يوليوز، جرى البحث في السجلات الوطنية عن كل استطلاع أو تصوير مريب لمنشآت
      السكك الحديدية خلال الأشهر الستة الأخيرة، ولم يسفر عن أي نتيجة. رُفع مستوى اليقظة على مستوى القطار
      فائق السرعة بين طنجة والدار البيضاء احترازا. نوافيكم بكل مستجد.`),
    agreement: 'fr-ma',
    marking: eventMarking({
      tlp: 'amber+strict',
      pap: 'amber',
      handling: ['H1', 'H2'],
      grading: { scheme: 'admiralty', source: 'A', information: '2' },
      field: 'terrorism',
      purpose: 'threat-protection',
      releasableTo: ['ma', 'fr'],
      legalBasis: franceMorocco,
    }),
    objects: [railNote],
  },
  {
    key: 'ma-supporters-marseille',
    originator: 'ma',
    author: 'operation-commander',
    desk: 'event',
    language: 'ar',
    at: supportersAt,
    title: 'نصف النهائي بمرسيليا: تنقل المشجعين المغاربة وأسماء عناصر المرافقة',
    summary: prose(`
      جوابا على طلبكم، يُقدَّر عدد المشجعين المتوجهين إلى مرسيليا ببضعة آلاف، جلهم من الجالية المقيمة بفرنسا
      وإسبانيا. لا خصومة معروفة مع جمهور الفريق المنافس، والأجواء المنتظرة عائلية. يلتحق عنصران من فريق
      الأمن الرياضي بنقطة التجمع «رون بوان دو برادو» على الساعة الثانية بعد الزوال. رئيس الفريق: العميد رشيد
      الوزاني.`),
    agreement: 'paris-2024',
    marking: eventMarking({ field: 'public-order', releasableTo: everyone, legalBasis: arrangement }),
    objects: [prado, note('spotters', supportersAt, 'نقطة اللقاء الساعة 14:00.', [prado])],
  },
  {
    key: 'ma-missing-supporter',
    originator: 'ma',
    author: 'watch-officer',
    desk: 'watch',
    language: 'ar',
    at: missingAt,
    title: 'اختفاء مشجع مسن بعد مباراة مرسيليا',
    summary: prose(`
      أبلغت أسرة المسمى إبراهيم الزروالي، 71 سنة، عن انقطاع الاتصال به منذ نهاية المباراة. يعاني من داء
      السكري ويحتاج إلى دوائه قبل منتصف الليل. شوهد آخر مرة قرب محطة المترو راكبا وحده. يُرجى إشعار
      المستشفيات ومكتب المفقودات، والاتصال بقاعة المداومة بالرباط في أي وقت.`),
    agreement: 'paris-2024',
    marking: personMarking({
      handling: ['H2'],
      field: 'missing-persons',
      purpose: 'identification',
      personCategories: ['victim'],
      releasableTo: everyone,
      legalBasis: arrangement,
      reviewInDays: 7,
      eraseInDays: 30,
    }),
    objects: [
      missing,
      place('marseille-metro', missingAt, 'Métro Rond-point du Prado', 'FR', [43.2723, 5.3928]),
    ],
  },
];
