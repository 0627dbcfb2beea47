import { defineWords } from '../../kit/define-words.ts';

/** The rules of requests and of the watch, in plain words, as `rule-words.ts` has the others'. */
export const dutyRuleWords = defineWords({
  'requests/readers-follow': {
    ar: 'من يقرأ الطلب يتابع ما جرى فيه.',
    fr: 'Qui lit la demande en suit le déroulement.',
    en: 'Who reads the request follows what becomes of it.',
  },
  'requests/speakers': {
    ar: 'يخاطب الشريكَ باسم الجهاز: المداوم وضابط الاتصال ورئيس المركز ونقطة الاتصال.',
    fr: 'La permanence, l’officier de liaison, le chef du centre et le point de contact parlent au partenaire.',
    en: 'The watch, the liaison officer, the centre head and the contact point speak to the partner.',
  },
  'requests/refusals-are-settled': {
    ar: 'الرفض يبتّ فيه من يسأل عن الجهاز؛ المداوم يرفعه إليه.',
    fr: 'Un refus est décidé par qui répond du service ; la permanence le lui soumet.',
    en: 'A refusal is settled by who answers for the service; the watch brings it to him.',
  },
  'requests/routers': {
    ar: 'يسندها: المداوم ورئيس المركز ونقطة الاتصال.',
    fr: 'La permanence, le chef du centre et le point de contact attribuent.',
    en: 'The watch, the centre head and the contact point assign.',
  },
  'requests/own-people-know-each-other': {
    ar: 'من غاب ومن يرأس المكاتب شأن أهل الجهاز وحدهم.',
    fr: 'Les absences et les chefs de bureau ne regardent que les agents du service.',
    en: 'Who is away and who heads a desk is for the service’s own people.',
  },
  'requests/settlers': {
    ar: 'يعيّن رؤساء المكاتب: مدير النظام ورئيس المركز ورئيس الجهاز.',
    fr: 'L’administrateur, le chef du centre et le chef du service désignent les chefs de bureau.',
    en: 'The administrator, the centre head and the service head name the heads of desks.',
  },
  'requests/officers-have-absences': {
    ar: 'الغياب لمن يُسند إليه عمل؛ المراقب والموصّل لا يُسند إليهما.',
    fr: 'Une absence concerne qui reçoit du travail ; l’observateur et le connecteur n’en reçoivent pas.',
    en: 'Absences are of those who are given work; an observer or a connector is given none.',
  },
  'requests/his-own-absence': {
    ar: 'كلٌّ يسجل غيابه؛ ولغيره رئيس مكتبه ومن يوزع العمل.',
    fr: 'Chacun déclare son absence ; celle d’un autre, son chef de bureau ou qui répartit le travail.',
    en: 'Each marks his own absence; another’s, the head of his desk and who routes the work.',
  },
  'requests/who-handed-it-over': {
    ar: 'يرجع عن الإسناد من قام به، أو رئيس المكتب، أو من يوزع العمل.',
    fr: 'Reprend une remise qui l’a faite, le chef du bureau, ou qui répartit le travail.',
    en: 'A handing over is taken back by who did it, the head of the desk, or who routes the work.',
  },
  'requests/owners-write-templates': {
    ar: 'يحرر نماذج الجهاز من يسأل عما يطلبه: رئيس الجهاز ورئيس المركز ونقطة الاتصال.',
    fr: 'Le chef du service, le chef du centre et le point de contact rédigent les modèles du service.',
    en: 'The service head, the centre head and the contact point write the service’s templates.',
  },
  'watch/author-gives-up-draft': {
    ar: 'من كتب إنذاراً لم يُرسل له أن يتركه.',
    fr: 'L’auteur d’une alerte non envoyée peut y renoncer.',
    en: 'Who wrote an alert that was not sent may give it up.',
  },
  'requests/desk-shares-its-work': {
    ar: 'داخل المكتب يتوزع أهله العمل.',
    fr: 'Au sein d’un bureau, ses agents se répartissent le travail.',
    en: 'Within a desk its own people share the work.',
  },
  'watch/for-his-party': {
    ar: 'القيد موجَّه إلى جهازه.',
    fr: 'L’inscription est destinée à son service.',
    en: 'The entry is for his service.',
  },
  'watch/above-his-clearance': {
    ar: 'وسمه أعلى من تأهيله.',
    fr: 'Le marquage dépasse son habilitation.',
    en: 'The marking is above his clearance.',
  },
  'watch/writers': {
    ar: 'لصفات التحرير في هذا الجهاز، في حدود التأهيل.',
    fr: 'Pour les fonctions du service qui rédigent, dans la limite de l’habilitation.',
    en: 'For roles of this service that write, up to their clearance.',
  },
  'watch/guests-only-read': {
    ar: 'الضيف يقرأ ولا يكتب.',
    fr: 'Un invité lit, sans rien écrire.',
    en: 'A guest reads and does not write.',
  },
  'watch/author-desk-and-heads-erase': {
    ar: 'يمحوه كاتبه ومكتبه ونقطة الاتصال ورئيس المركز، مع ذكر السبب.',
    fr: 'L’auteur, son bureau, le point de contact et le chef du centre effacent, avec un motif.',
    en: 'Its author, his desk, the contact point and the centre head erase, with a reason.',
  },
  'watch/red-to-those-named': {
    ar: 'ما وُسم TLP:RED لكاتبه ومكتبه ونقطة الاتصال ورئيس المركز.',
    fr: 'TLP:RED : réservé à l’auteur, à son bureau, au point de contact et au chef du centre.',
    en: 'TLP:RED is for its author, his desk, the contact point and the centre head.',
  },
  'watch/red': {
    ar: 'ما وُسم TLP:RED لا يقرؤه إلا من سُمّي له.',
    fr: 'TLP:RED n’est lu que par les personnes désignées.',
    en: 'TLP:RED is read by those named alone.',
  },
  'watch/role-sees-no-content': {
    ar: 'صفته لا تستلزم قراءة المضمون.',
    fr: 'Sa fonction n’exige pas de lire le contenu.',
    en: 'His role does not need the content.',
  },
  'watch/observers-see-no-operational-data': {
    ar: 'المراقب لا يرى معطيات عملياتية: حتى TLP:GREEN فقط.',
    fr: 'Un observateur ne voit rien d’opérationnel : TLP:GREEN au plus.',
    en: 'An observer sees nothing operational: up to TLP:GREEN only.',
  },
  'watch/senders': {
    ar: 'يرسل الإنذار: المداوم ونقطة الاتصال ورئيس المركز.',
    fr: 'La permanence, le point de contact et le chef du centre envoient les alertes.',
    en: 'The watch, the contact point and the centre head send alerts.',
  },
  'watch/immediate-is-sent-alone': {
    ar: 'ما كان فورياً يرسله كاتبه وحده.',
    fr: 'Une alerte immédiate est envoyée par son seul auteur.',
    en: 'What is immediate is sent by its author alone.',
  },
  'watch/four-eyes': {
    ar: 'شخص ثانٍ غير كاتبه (مبدأ التوقيعين).',
    fr: 'Une seconde personne, jamais l’auteur (double validation).',
    en: 'A second person, never the author (four eyes).',
  },
  'watch/own-peoples-alerts': {
    ar: 'إنذار لم يُرسل أو ورد من الغير شأن أهل الجهاز.',
    fr: 'Une alerte non envoyée, ou reçue d’ailleurs, ne regarde que les agents du service.',
    en: 'An alert that was not sent, or that came, is this service’s people’s.',
  },
  'watch/rota-is-own-peoples': {
    ar: 'النوبات شأن أهل الجهاز.',
    fr: 'Les vacations regardent les agents du service.',
    en: 'The rota is this service’s people’s.',
  },
  'watch/planners': {
    ar: 'يبرمجها المداوم ورئيس المركز.',
    fr: 'La permanence et le chef du centre planifient.',
    en: 'The watch and the centre head plan.',
  },
  'watch/notes-for-those-cleared': {
    ar: 'المذكرة لأهل الجهاز المؤهلين لوسمها.',
    fr: 'La note est lue par les agents habilités à son marquage.',
    en: 'The note is for the service’s people cleared for its marking.',
  },
  'watch/officer-of-the-shift': {
    ar: 'يوقّع التسليم من كان في النوبة.',
    fr: 'Un agent de la vacation signe la passation.',
    en: 'An officer of the shift signs it over.',
  },
  'watch/sitrep-own-service': {
    ar: 'النشرات لأهل الجهاز، في حدود التأهيل.',
    fr: 'Les points de situation sont lus dans le service, dans la limite de l’habilitation.',
    en: 'Situation reports are read within the service, up to one’s clearance.',
  },
  'watch/sitrep-assemblers': {
    ar: 'يعدّها: المحلل والمداوم وضابط الاتصال ورئيس المركز ونقطة الاتصال.',
    fr: 'L’analyste, la permanence, l’officier de liaison, le chef du centre et le point de contact les établissent.',
    en: 'The analyst, the watch, the liaison officer, the centre head and the contact point make them.',
  },
  'watch/centre-head-approves': {
    ar: 'يعتمدها رئيس المركز.',
    fr: 'Le chef du centre approuve.',
    en: 'The centre head approves.',
  },
  'watch/sitrep-four-eyes': {
    ar: 'لا يعتمدها من كتب فيها (مبدأ التوقيعين).',
    fr: 'Qui y a écrit ne l’approuve pas (double validation).',
    en: 'Who wrote in it does not approve it (four eyes).',
  },
  'watch/sitrep-guests-read-the-item': {
    ar: 'الضيف يقرأ ما أُرسل إلى جهازه، لا مسودته.',
    fr: 'Un invité lit ce qui a été diffusé à son service, pas le document de travail.',
    en: 'A guest reads what was released to his service, not the work in progress.',
  },
});
