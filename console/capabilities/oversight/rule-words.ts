import { defineWords } from '../../kit/define-words.ts';

/** Each rule that a role's account can name, in plain words. A test holds that none is missing. */
export const ruleWords = defineWords({
  'exchange/released-to-his-party': {
    ar: 'العنصر موجَّه إلى جهازه.',
    fr: 'L’élément est destiné à son service.',
    en: 'The item is for his service.',
  },
  'exchange/red-to-those-named': {
    ar: 'ما وُسم TLP:RED لمن يعنيه: كاتبه ومكتبه ونقطة الاتصال ورئيس المركز.',
    fr: 'TLP:RED : réservé à l’auteur, à son bureau, au point de contact et au chef du centre.',
    en: 'TLP:RED is for its author, its desk, the contact point and the centre head.',
  },
  'exchange/red': {
    ar: 'ما وُسم TLP:RED لا يقرؤه إلا من سُمّي له.',
    fr: 'TLP:RED n’est lu que par les personnes désignées.',
    en: 'TLP:RED is read by those named alone.',
  },
  'exchange/author-and-desk': {
    ar: 'كتبه هو أو هو في مكتبه.',
    fr: 'Il en est l’auteur, ou il est du bureau concerné.',
    en: 'He wrote it, or it is his desk’s.',
  },
  'exchange/contact-point-reads-proposals': {
    ar: 'نقطة الاتصال تقرأ ما اقتُرح عليها وما أعادته.',
    fr: 'Le point de contact lit ce qui lui est proposé et ce qu’il a renvoyé.',
    en: 'The contact point reads what is proposed to him and what he returned.',
  },
  'exchange/drafts-are-the-desks': {
    ar: 'المسودة لكاتبها ومكتبه وحدهما.',
    fr: 'Un brouillon reste à son auteur et à son bureau.',
    en: 'A draft is its author’s and his desk’s alone.',
  },
  'exchange/not-released-yet': {
    ar: 'لم يُحَل بعد إلى جهازه.',
    fr: 'Pas encore transmis à son service.',
    en: 'Not yet released to his service.',
  },
  'exchange/guests-have-their-own-copy': {
    ar: 'ما ورد من الغير موجَّه إلى هذا الجهاز؛ للضيف نسخة جهازه.',
    fr: 'Ce qui vient d’ailleurs est pour ce service ; l’invité a l’exemplaire du sien.',
    en: 'What others sent is for this service; a guest has his own service’s copy.',
  },
  'exchange/above-his-clearance': {
    ar: 'وسمه أعلى من تأهيله.',
    fr: 'Le marquage dépasse son habilitation.',
    en: 'The marking is above his clearance.',
  },
  'exchange/role-sees-no-content': {
    ar: 'صفته لا تستلزم قراءة المضمون.',
    fr: 'Sa fonction n’exige pas de lire le contenu.',
    en: 'His role does not need the content.',
  },
  'exchange/observers-see-no-operational-data': {
    ar: 'المراقب لا يرى معطيات عملياتية: حتى TLP:GREEN فقط.',
    fr: 'Un observateur ne voit rien d’opérationnel : TLP:GREEN au plus.',
    en: 'An observer sees nothing operational: up to TLP:GREEN only.',
  },
  'exchange/reason-stated': {
    ar: 'المعطيات الشخصية تُقرأ لسبب مذكور فقط.',
    fr: 'Les données personnelles se consultent pour un motif indiqué.',
    en: 'Personal data is consulted for a stated reason only.',
  },
  'exchange/writers': {
    ar: 'لصفات التحرير، في حدود التأهيل.',
    fr: 'Pour les fonctions qui rédigent, dans la limite de l’habilitation.',
    en: 'For roles that write, up to their clearance.',
  },
  'exchange/people-read': {
    ar: 'اطلاع الأشخاص وحده يُبلَّغ للمُنشئ، لا سحب الأنظمة الموصولة.',
    fr: 'Seule la lecture par une personne est signalée à l’émetteur, pas le retrait par un système raccordé.',
    en: 'Only a person’s reading is told to the originator, not what a connected system fetches.',
  },
  'exchange/guests-only-read': {
    ar: 'الضيف يقرأ ولا يكتب.',
    fr: 'Un invité lit, sans rien écrire.',
    en: 'A guest reads and does not write.',
  },
  'exchange/author-and-desk-write': {
    ar: 'يعدّله كاتبه ومكتبه.',
    fr: 'Seuls l’auteur et son bureau le modifient.',
    en: 'Its author and his desk change it.',
  },
  'exchange/author-withdraws': {
    ar: 'يسحبه من كتبه أو اقترحه.',
    fr: 'Son auteur, ou qui l’a proposé, le retire.',
    en: 'Who wrote or proposed it takes it back.',
  },
  'exchange/own-service': {
    ar: 'شأن خاص بجهاز المصدر.',
    fr: 'Affaire du service émetteur.',
    en: 'The originating service’s own affair.',
  },
  'exchange/originator-previews': {
    ar: 'المعاينة لجهاز المصدر.',
    fr: 'L’aperçu est au service émetteur.',
    en: 'The originating service previews.',
  },
  'exchange/contact-point-releases': {
    ar: 'الإحالة لنقطة الاتصال وحدها.',
    fr: 'Seul le point de contact transmet.',
    en: 'Only the contact point releases.',
  },
  'exchange/four-eyes': {
    ar: 'شخص ثانٍ غير كاتبه (مبدأ التوقيعين).',
    fr: 'Une seconde personne, jamais l’auteur (double validation).',
    en: 'A second person, never the author (four eyes).',
  },
  'exchange/assigners': {
    ar: 'يوزّع الوارد: المداوم ورئيس المركز ونقطة الاتصال.',
    fr: 'La permanence, le chef du centre et le point de contact répartissent.',
    en: 'The watch, the centre head and the contact point route what comes in.',
  },
  'exchange/desk-reviews': {
    ar: 'يبتّ في إبقائه أو محوه كاتبه ومكتبه ونقطة الاتصال ورئيس المركز.',
    fr: 'L’auteur, son bureau, le point de contact et le chef du centre décident du maintien ou de l’effacement.',
    en: 'Its author, its desk, the contact point and the centre head decide to keep or erase.',
  },
  'agreements/parties-read': {
    ar: 'يقرؤه أطرافه.',
    fr: 'Les parties le lisent.',
    en: 'Its parties read it.',
  },
  'agreements/guests-only-read': {
    ar: 'الضيف يقرأ ولا يكتب.',
    fr: 'Un invité lit, sans rien écrire.',
    en: 'A guest reads and does not write.',
  },
  'agreements/contact-point-or-head': {
    ar: 'لنقطة الاتصال ورئيس الجهاز.',
    fr: 'Pour le point de contact et le chef de service.',
    en: 'For the contact point and the service head.',
  },
  'agreements/circle-composers': {
    ar: 'لنقطة الاتصال ورئيس الجهاز ورئيس المركز.',
    fr: 'Pour le point de contact, le chef de service et le chef du centre.',
    en: 'For the contact point, the service head and the centre head.',
  },
  'own-people-see-links': {
    ar: 'أهل الجهاز يرون الروابط.',
    fr: 'Les agents du service voient les liaisons.',
    en: 'The service’s own people see its links.',
  },
  'links-are-own-affairs': {
    ar: 'الروابط شأن خاص بالجهاز.',
    fr: 'Les liaisons sont l’affaire du service.',
    en: 'Links are the service’s own affair.',
  },
  'trust-is-the-contact-points': {
    ar: 'الثقة بين الأجهزة شأن نقطة الاتصال ورئيس الجهاز.',
    fr: 'La confiance entre services relève du point de contact et du chef de service.',
    en: 'Trust between services is the contact point’s and the head’s.',
  },
  'administrator-enters-address': {
    ar: 'المشرف التقني يكتب العنوان ولا يقبل الربط.',
    fr: 'L’administrateur saisit l’adresse, sans accepter la liaison.',
    en: 'An administrator may enter an address, not accept the link.',
  },
  'own-people-know-each-other': {
    ar: 'أهل الجهاز يعرف بعضهم بعضاً.',
    fr: 'Les agents du service se connaissent.',
    en: 'The service’s people know each other.',
  },
  'guest-sees-himself': {
    ar: 'الضيف لا يرى إلا نفسه.',
    fr: 'Un invité ne voit que lui-même.',
    en: 'A guest sees himself alone.',
  },
  'administrator-manages-people': {
    ar: 'للمشرف التقني.',
    fr: 'Pour l’administrateur.',
    en: 'For the administrator.',
  },
  'only-administrator-manages-people': {
    ar: 'للمشرف التقني وحده.',
    fr: 'Pour l’administrateur seul.',
    en: 'For the administrator alone.',
  },
  'administrator-manages-desks': {
    ar: 'للمشرف التقني.',
    fr: 'Pour l’administrateur.',
    en: 'For the administrator.',
  },
  'only-administrator-manages-desks': {
    ar: 'للمشرف التقني وحده.',
    fr: 'Pour l’administrateur seul.',
    en: 'For the administrator alone.',
  },
  'oversight/data-protection-officer': {
    ar: 'للمسؤول عن حماية المعطيات وحده.',
    fr: 'Pour le délégué à la protection des données.',
    en: 'For the data protection officer alone.',
  },
  'oversight/administrator-proposes': {
    ar: 'يقترحه المشرف التقني.',
    fr: 'L’administrateur propose.',
    en: 'The administrator proposes.',
  },
  'oversight/head-or-officer-confirms': {
    ar: 'يؤكده رئيس الجهاز أو المسؤول عن حماية المعطيات.',
    fr: 'Le chef de service ou le délégué confirme.',
    en: 'The service head or the data protection officer confirms.',
  },
  'oversight/four-eyes': {
    ar: 'شخص ثانٍ غير صاحب الاقتراح (مبدأ التوقيعين).',
    fr: 'Une seconde personne, jamais l’auteur de la proposition (double validation).',
    en: 'A second person, never who proposed it (four eyes).',
  },
});
