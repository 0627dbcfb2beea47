import { defineWords } from '../../kit/define-words.ts';

/** What an identifier is of, and why a text is none. */
export const kindWords = defineWords({
  document: {
    ar: 'وثيقة هوية أو سفر',
    fr: 'Document d’identité ou de voyage',
    en: 'Identity or travel document',
  },
  phone: { ar: 'رقم هاتف', fr: 'Numéro de téléphone', en: 'Telephone number' },
  email: { ar: 'بريد إلكتروني', fr: 'Adresse électronique', en: 'E-mail address' },
  iban: { ar: 'حساب بنكي (آيبان)', fr: 'Compte bancaire (IBAN)', en: 'Bank account (IBAN)' },
  plate: { ar: 'لوحة ترقيم', fr: 'Plaque d’immatriculation', en: 'Number plate' },
  imei: { ar: 'رقم جهاز هاتف', fr: 'Numéro d’appareil (IMEI)', en: 'Device number (IMEI)' },
  imsi: { ar: 'رقم شريحة هاتف', fr: 'Numéro de carte SIM (IMSI)', en: 'SIM number (IMSI)' },
  ip: { ar: 'عنوان على الإنترنت', fr: 'Adresse IP', en: 'IP address' },
  domain: { ar: 'نطاق على الإنترنت', fr: 'Nom de domaine', en: 'Domain name' },
  hash: { ar: 'بصمة ملف', fr: 'Empreinte de fichier', en: 'File hash' },
  vessel: { ar: 'سفينة', fr: 'Navire', en: 'Vessel' },
  'name-birth': { ar: 'اسم وتاريخ ميلاد', fr: 'Nom et date de naissance', en: 'Name and birth date' },
  'how-document': {
    ar: 'رمز البلد ثم الرقم، مثلاً: ⁦MA AB123456⁩',
    fr: 'Le pays, puis le numéro : MA AB123456',
    en: 'The country, then the number: MA AB123456',
  },
  'how-phone': {
    ar: 'برمز البلد، مثلاً: ⁦+212 661 00 00 01⁩',
    fr: 'Avec l’indicatif du pays : +212 661 00 00 01',
    en: 'With the country code: +212 661 00 00 01',
  },
  'how-plate': {
    ar: 'رمز البلد ثم اللوحة، مثلاً: ⁦MA 12345 A 6⁩',
    fr: 'Le pays, puis la plaque : MA 12345 A 6',
    en: 'The country, then the plate: MA 12345 A 6',
  },
  'how-name-birth': {
    ar: 'الاسم ثم التاريخ، مثلاً: ⁨محمد الحموشي، ⁦31/05/1984⁩⁩',
    fr: 'Le nom, puis la date : Mohamed Hammouchi, 31/05/1984',
    en: 'The name, then the date, day first: Mohamed Hammouchi, 31/05/1984',
  },
  'problem-empty': { ar: 'سطر فارغ', fr: 'Ligne vide', en: 'Nothing is written' },
  'problem-form': {
    ar: 'ليس على الصيغة المعهودة لهذا النوع',
    fr: 'N’a pas la forme attendue pour cette nature',
    en: 'Does not have the form of this kind',
  },
  'problem-country': {
    ar: 'البلد غير مذكور: لا يُعرف لأي بلد هو',
    fr: 'Le pays manque : on ne sait de quel pays il s’agit',
    en: 'The country is missing: nobody knows whose it is',
  },
  'problem-length': {
    ar: 'عدد الأرقام أو الحروف غير صحيح',
    fr: 'Nombre de caractères incorrect',
    en: 'Too many or too few characters',
  },
  'problem-check-digit': {
    ar: 'رقم المراقبة لا يطابق: في الرقم خطأ كتابة',
    fr: 'La clé de contrôle est fausse : il y a une erreur de saisie',
    en: 'The check digit is wrong: there is a typing error',
  },
  'problem-too-long': { ar: 'النص طويل جداً', fr: 'Texte trop long', en: 'The text is too long' },
  'problem-birth-date': {
    ar: 'تاريخ الميلاد ناقص أو غير موجود في التقويم: اكتب اليوم والشهر والسنة',
    fr: 'La date de naissance manque ou n’existe pas : jour, mois et année',
    en: 'The birth date is missing or does not exist: write day, month and year',
  },
  'problem-name-parts': {
    ar: 'جزء واحد من الاسم لا يكفي: اكتب جزأين على الأقل، غير مختصرين',
    fr: 'Un seul élément du nom ne suffit pas : au moins deux, en toutes lettres',
    en: 'One part of the name is not enough: write two at least, in full',
  },
  'problem-kind': {
    ar: 'تعذّر التعرّف على نوعه: اختره',
    fr: 'Nature non reconnue : choisissez-la',
    en: 'Its kind cannot be told: choose it',
  },
  'problem-twice': {
    ar: 'مكرر: يُسأل عنه مرة واحدة',
    fr: 'En double : demandé une seule fois',
    en: 'Named twice: asked about once',
  },
});
