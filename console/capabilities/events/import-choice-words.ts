import { defineWords } from '../../kit/define-words.ts';

/** What a planner is asked before a file is imported: days outside the event, venues that may be there. */
export const importChoiceWords = defineWords({
  outside: {
    ar: 'تواريخ خارج أيام التظاهرة',
    fr: 'Dates hors de l’événement',
    en: 'Dates outside the event',
  },
  outsideText: {
    ar: '{count, plural, zero {لا صفوف تواريخها خارج أيام التظاهرة} one {صف واحد تاريخه خارج أيام التظاهرة} two {صفان تواريخهما خارج أيام التظاهرة} few {# صفوف تواريخها خارج أيام التظاهرة} many {# صفاً تواريخها خارج أيام التظاهرة} other {# صف تواريخها خارج أيام التظاهرة}}: أولها {first} وآخرها {last}. التظاهرة من {eventFirst} إلى {eventLast}. هل السنة صحيحة، وهل هذا هو الملف المقصود؟',
    fr: '{count, plural, =0 {Aucune ligne n’a de dates} one {# ligne a des dates} other {# lignes ont des dates}} hors de l’événement ; la première est le {first}, la dernière le {last}. L’événement va du {eventFirst} au {eventLast}. Est-ce la bonne année, et le bon fichier ?',
    en: '{count, plural, =0 {No rows have} one {# row has} other {# rows have}} dates outside the event; the first is {first}, the last {last}. The event runs from {eventFirst} to {eventLast}. Is it the right year, and the right file?',
  },
  outsideChoose: {
    ar: 'ماذا يُفعل بها؟',
    fr: 'Qu’en faire ?',
    en: 'What becomes of them?',
  },
  take: {
    ar: 'اعتماد هذه التواريخ كما هي',
    fr: 'Prendre ces dates telles quelles',
    en: 'Take these dates as they are',
  },
  'leave-sessions': {
    ar: 'ترك هذه الحصص',
    fr: 'Laisser ces sessions de côté',
    en: 'Leave these sessions out',
  },
  'leave-days': {
    ar: 'الاستيراد دون هذه التواريخ',
    fr: 'Importer sans ces dates',
    en: 'Import without these dates',
  },
  chooseFirst: {
    ar: 'اختر أولاً ما يُفعل بالتواريخ التي تقع خارج أيام التظاهرة.',
    fr: 'Choisissez d’abord que faire des dates hors de l’événement.',
    en: 'First choose what becomes of the dates outside the event.',
  },
  alike: {
    ar: 'مواقع قد تكون موجودة',
    fr: 'Sites peut-être déjà présents',
    en: 'Venues that may be there already',
  },
  alikeTeach: {
    ar: 'هذه الرموز غير معروفة هنا. تحقق من كل موقع: إن كان موجوداً فاربطه به، وإلا فأضفه جديداً. يحتفظ الموقع المربوط باسمه، ويُعثر عليه بعد ذلك بالرمزين.',
    fr: 'Ces codes sont inconnus ici. Vérifiez chaque site : s’il est déjà là, rattachez-le, sinon ajoutez-le. Un site rattaché garde son nom et se retrouve ensuite par les deux codes.',
    en: 'These codes are not known here. Check each venue: if it is there already, link it, else add it. A linked venue keeps its name, and is then found by both codes.',
  },
  alikeKnown: {
    ar: 'رُبطت هذه الرموز من قبل بمواقع موجودة. غيّر ما ليس صحيحاً.',
    fr: 'Ces codes ont déjà été rattachés à des sites de l’événement. Changez ce qui ne va pas.',
    en: 'These codes were linked to venues of the event before. Change what is not right.',
  },
  alikeNone: {
    ar: 'لا موقع منها يشبه موقعاً موجوداً.',
    fr: 'Aucun ne ressemble à un site déjà présent.',
    en: 'None of them looks like a venue that is there.',
  },
  asNew: { ar: 'موقع جديد', fr: 'Nouveau site', en: 'A new venue' },
  asVenue: { ar: 'هو {venue}', fr: 'C’est {venue}', en: 'It is {venue}' },
  asOther: {
    ar: 'هو موقع آخر موجود…',
    fr: 'C’est un autre site déjà présent…',
    en: 'It is another venue that is there…',
  },
  'by-words': { ar: 'الاسم نفسه', fr: 'même nom', en: 'the same name' },
  'by-sound': {
    ar: 'الاسم نفسه بخط آخر',
    fr: 'même nom, autre écriture',
    en: 'the same name in another script',
  },
  'by-place': { ar: 'في المكان نفسه', fr: 'au même endroit', en: 'at the same place' },
  'by-known': { ar: 'رُبط من قبل', fr: 'rattaché auparavant', en: 'linked before' },
  'by-chosen': { ar: 'اخترته', fr: 'choisi par vous', en: 'chosen by you' },
  'by-none': { ar: 'لا يشبه غيره', fr: 'sans ressemblance', en: 'like no other' },
  maybe: { ar: 'قد يكون: تحقق', fr: 'peut-être : à vérifier', en: 'perhaps: check it' },
  more: {
    ar: 'عرض المواقع الأخرى ({number})',
    fr: 'Voir les autres sites ({number})',
    en: 'Show the other venues ({number})',
  },
});
