import { defineWords } from '../../kit/define-words.ts';

export const composeWords = defineWords({
  title: { ar: 'تحرير معلومة', fr: 'Rédiger une information', en: 'Compose' },
  teach: {
    ar: 'اكتب ما حدث أو ما هو معلوم، وعمّن، ولمن. لا يغادر شيء البلد قبل إذن نقطة الاتصال الوطنية.',
    fr: 'Dites ce qui s’est passé ou ce qui est connu, sur qui, et pour qui. Rien ne quitte le pays sans l’autorisation du point de contact national.',
    en: 'Say what happened or is known, about whom, and for whom. Nothing leaves the country before the national contact point releases it.',
  },
  editTitle: { ar: 'تعديل المسودة', fr: 'Modifier le brouillon', en: 'Edit the draft' },
  importTitle: { ar: 'استيراد', fr: 'Importer', en: 'Import' },
  importTeach: {
    ar: 'تصير الحزمة أو الجدول مسودة واحدة بوسمها. يُفحص المحتوى أولاً دون أن يُحفظ شيء.',
    fr: 'Un paquet ou un tableau devient un brouillon avec son marquage. Il est d’abord contrôlé, sans rien enregistrer.',
    en: 'A bundle or a table becomes one draft with its marking. It is checked first, and nothing is stored.',
  },
  known: { ar: 'ما هو معلوم', fr: 'Ce qui est connu', en: 'What is known' },
  subject: { ar: 'الموضوع', fr: 'Objet', en: 'Title' },
  subjectTeach: {
    ar: 'سطر واحد يفهمه من يقرأ القائمة فقط.',
    fr: 'Une ligne qui se comprend dans une liste.',
    en: 'One line that makes sense in a list.',
  },
  text: { ar: 'المضمون', fr: 'Exposé', en: 'Text' },
  textTeach: {
    ar: 'الوقائع ومصدرها وما تطلبه من الشريك، إن وُجد.',
    fr: 'Les faits, leur source et, le cas échéant, ce que vous attendez du partenaire.',
    en: 'The facts, where they come from, and what you ask of the partner, if anything.',
  },
  language: { ar: 'لغة التحرير', fr: 'Langue de rédaction', en: 'Written in' },
  subjects: {
    ar: 'الأشخاص والأشياء المعنية',
    fr: 'Personnes et objets concernés',
    en: 'Persons and things concerned',
  },
  subjectsTeach: {
    ar: 'أضف كل شخص أو رقم أو عنوان على حدة، حتى يتمكن الشريك من البحث به.',
    fr: 'Ajoutez chaque personne, numéro ou adresse séparément : le partenaire pourra ainsi le rechercher.',
    en: 'Add each person, number or address by itself, so that the partner can search for it.',
  },
  add: { ar: 'إضافة: {name}', fr: 'Ajouter : {name}', en: 'Add: {name}' },
  kept: { ar: 'العناصر المحفوظة في المسودة', fr: 'Éléments déjà enregistrés', en: 'Already in the draft' },
  tooManyObjects: {
    ar:
      'في هذه المسودة عناصر أكثر مما يمكن عرضه هنا، وحفظها من هذه الشاشة يُضيع الباقي. ' +
      'أعد استيراد الحزمة بعد تعديلها.',
    fr:
      'Ce brouillon compte plus d’éléments que cet écran ne peut en afficher ; l’enregistrer ici perdrait ' +
      'les autres. Modifiez le paquet, puis importez-le de nouveau.',
    en:
      'This draft holds more than this screen can show, and saving it here would lose the rest. ' +
      'Change the bundle and import it again.',
  },
  drop: { ar: 'حذف من المسودة', fr: 'Retirer du brouillon', en: 'Take out of the draft' },
  frame: {
    ar: 'المستلمون والإطار القانوني',
    fr: 'Destinataires et cadre juridique',
    en: 'Recipients and legal frame',
  },
  agreement: { ar: 'الاتفاق', fr: 'Accord', en: 'Agreement' },
  agreementTeach: {
    ar: 'لا يُتبادل شيء خارج اتفاق ساري المفعول يشمل المجال والغرض.',
    fr: 'Aucun échange hors d’un accord en vigueur couvrant le domaine et la finalité.',
    en: 'Nothing is exchanged outside an agreement in force that covers the field and the purpose.',
  },
  choose: { ar: 'اختر…', fr: 'Choisir…', en: 'Choose…' },
  noAgreement: {
    ar: 'لا يوجد اتفاق ساري المفعول. تُقترح الاتفاقات من شاشة «الاتفاقات».',
    fr: 'Aucun accord en vigueur. Un accord se propose depuis l’écran « Accords ».',
    en: 'No agreement is in force. One is proposed on the “Agreements” screen.',
  },
  circle: { ar: 'الدائرة', fr: 'Cercle', en: 'Circle' },
  noCircle: {
    ar: 'دون دائرة: أختار المستلمين',
    fr: 'Sans cercle : je choisis',
    en: 'No circle: I choose recipients',
  },
  recipients: { ar: 'المستلمون', fr: 'Destinataires', en: 'Recipients' },
  circleMembers: { ar: 'تصل إلى: {members}', fr: 'Parviendra à : {members}', en: 'Goes to: {members}' },
  marking: { ar: 'الوسم', fr: 'Marquage', en: 'Marking' },
  markingTeach: {
    ar: 'القيم المقترحة مأخوذة من الاتفاق. شدّدها إن لزم الأمر.',
    fr: 'Les valeurs proposées viennent de l’accord. Durcissez-les au besoin.',
    en: 'The values come from the agreement. Make them stricter where needed.',
  },
  tlp: { ar: 'من يجوز له الاطلاع (TLP)', fr: 'Qui peut en connaître (TLP)', en: 'Who may see it (TLP)' },
  pap: {
    ar: 'ما يجوز فعله بها (PAP)',
    fr: 'Ce qu’il peut en faire (PAP)',
    en: 'What he may do with it (PAP)',
  },
  handlingText: { ar: 'القيد كتابةً', fr: 'Restriction en toutes lettres', en: 'The restriction in words' },
  scheme: { ar: 'سلّم التقييم', fr: 'Grille de cotation', en: 'Grading scheme' },
  gradeSource: { ar: 'موثوقية المصدر', fr: 'Fiabilité de la source', en: 'Reliability of the source' },
  gradeInformation: {
    ar: 'صحة المعلومة',
    fr: 'Valeur du renseignement',
    en: 'Credibility of the information',
  },
  gradeHandling: { ar: 'شرط التبادل', fr: 'Condition de partage', en: 'Sharing condition' },
  save: { ar: 'حفظ المسودة', fr: 'Enregistrer le brouillon', en: 'Save the draft' },
  propose: { ar: 'حفظ واقتراح الإرسال', fr: 'Enregistrer et proposer', en: 'Save and propose' },
  saved: { ar: 'حُفظت المسودة.', fr: 'Brouillon enregistré.', en: 'The draft is saved.' },
  proposed: {
    ar: 'عُرضت على نقطة الاتصال الوطنية.',
    fr: 'Soumise au point de contact national.',
    en: 'Handed to the national contact point.',
  },
  restored: {
    ar: 'استُعيد ما كتبته ولم تحفظه بعد.',
    fr: 'Votre saisie non enregistrée a été restaurée.',
    en: 'What you wrote and had not saved is back.',
  },
  startAnew: { ar: 'البدء من جديد', fr: 'Recommencer', en: 'Start anew' },
  fix: {
    ar: '{count, plural, zero {لا تصحيح} one {حقل واحد يحتاج إلى تصحيح} two {حقلان يحتاجان إلى تصحيح} few {# حقول تحتاج إلى تصحيح} many {# حقلاً يحتاج إلى تصحيح} other {# حقل يحتاج إلى تصحيح}}',
    fr: '{count, plural, =0 {Rien à corriger} one {# champ à corriger} other {# champs à corriger}}',
    en: '{count, plural, =0 {Nothing to correct} one {# field to correct} other {# fields to correct}}',
  },
  'error-title': { ar: 'اكتب الموضوع.', fr: 'Indiquez l’objet.', en: 'Write a title.' },
  'error-agreement': { ar: 'اختر الاتفاق.', fr: 'Choisissez l’accord.', en: 'Choose the agreement.' },
  'error-recipients': {
    ar: 'اختر دائرة أو مستلماً واحداً على الأقل.',
    fr: 'Choisissez un cercle ou au moins un destinataire.',
    en: 'Choose a circle or at least one recipient.',
  },
  'error-handling': {
    ar: 'اختر شرطاً واحداً على الأقل؛ ولا يُجمع H0 مع غيره.',
    fr: 'Choisissez au moins un code ; H0 ne se cumule pas.',
    en: 'Choose at least one; H0 does not go with others.',
  },
  'error-handlingText': { ar: 'اكتب القيد.', fr: 'Précisez la restriction.', en: 'Write the restriction.' },
  'error-legalBasis': {
    ar: 'اذكر السند القانوني.',
    fr: 'Indiquez la base juridique.',
    en: 'Name the legal basis.',
  },
  'error-reviewOn': { ar: 'تاريخ غير صحيح.', fr: 'Date invalide.', en: 'Not a date.' },
  'error-eraseOn': {
    ar: 'يجب أن يكون تاريخ المحو في المستقبل وبعد تاريخ المراجعة.',
    fr: 'La date d’effacement doit être future et suivre le réexamen.',
    en: 'The erasure date must be in the future and after the review.',
  },
  bundle: { ar: 'الحزمة', fr: 'Le paquet', en: 'The bundle' },
  bundleFile: { ar: 'ملف STIX 2.1 (JSON)', fr: 'Fichier STIX 2.1 (JSON)', en: 'STIX 2.1 file (JSON)' },
  bundlePaste: { ar: 'أو ألصق النص هنا', fr: 'Ou collez le texte ici', en: 'Or paste the text here' },
  bundleWrong: {
    ar: 'هذا النص ليس JSON. تأكد من نسخه كاملاً.',
    fr: 'Ce texte n’est pas du JSON. Vérifiez qu’il est complet.',
    en: 'This text is not JSON. Check that it is whole.',
  },
  check: { ar: 'فحص دون حفظ', fr: 'Contrôler sans enregistrer', en: 'Check, store nothing' },
  importNow: { ar: 'استيراد كمسودة', fr: 'Importer comme brouillon', en: 'Import as a draft' },
  imported: {
    ar: 'صارت الحزمة مسودة.',
    fr: 'Le paquet est devenu un brouillon.',
    en: 'The bundle is now a draft.',
  },
  report: {
    ar: '{count, plural, zero {لا عنصر في الحزمة} one {في الحزمة عنصر واحد} two {في الحزمة عنصران} few {في الحزمة # عناصر} many {في الحزمة # عنصراً} other {في الحزمة # عنصر}}',
    fr: '{count, plural, =0 {Aucun élément dans le paquet} one {# élément dans le paquet} other {# éléments dans le paquet}}',
    en: '{count, plural, =0 {No objects in the bundle} one {# object in the bundle} other {# objects in the bundle}}',
  },
  reportSound: { ar: 'لا خلل في الحزمة.', fr: 'Aucun défaut relevé.', en: 'No faults found.' },
});
