import { defineWords } from '../../kit/define-words.ts';

export const subjectWords = defineWords({
  teach: {
    ar: 'اكتب اسم صاحب الطلب أو رقم وثيقته أو هاتفه أو بريده. يُبحث عنه ببصمة مشفَّرة: ترى أي العناصر تذكره وبأي سند، دون مضمونها.',
    fr: 'Saisissez le nom de la personne, son numéro de document, son téléphone ou son adresse. La recherche se fait par empreinte : vous voyez quels éléments la concernent et sur quelle base, sans leur contenu.',
    en: 'Enter the person’s name, document number, telephone or address. The search goes by a keyed hash: you see which items name them and on what basis, without the content.',
  },
  asked: { ar: 'الاسم أو الرقم', fr: 'Nom ou numéro', en: 'Name or number' },
  find: { ar: 'بحث', fr: 'Rechercher', en: 'Look up' },
  found: {
    ar: '{count, plural, zero {لا يُذكر في أي عنصر} one {يُذكر في عنصر واحد} two {يُذكر في عنصرين} few {يُذكر في # عناصر} many {يُذكر في # عنصراً} other {يُذكر في # عنصر}}',
    fr: '{count, plural, one {Nommé dans # élément} many {Nommé dans # éléments} other {Nommé dans # éléments}}',
    en: '{count, plural, one {Named in # item} other {Named in # items}}',
  },
  none: {
    ar: 'لا شيء بهذا الاسم أو الرقم',
    fr: 'Rien sous ce nom ou ce numéro',
    en: 'Nothing under this name or number',
  },
  noneTeach: {
    ar: 'جرّب كتابة أخرى للاسم، أو رقم وثيقة أو هاتف. ما مُحي لم يعد يُعثر عليه، وهذا هو المطلوب.',
    fr: 'Essayez une autre graphie, un numéro de document ou de téléphone. Ce qui a été effacé ne se retrouve plus : c’est voulu.',
    en: 'Try another spelling, or a document or telephone number. What was erased is not found any more, as it should be.',
  },
  'as-name': { ar: 'بالاسم', fr: 'par le nom', en: 'by name' },
  'as-e-mail': { ar: 'بالبريد', fr: 'par l’adresse électronique', en: 'by e-mail address' },
  'as-telephone': { ar: 'بالهاتف', fr: 'par le téléphone', en: 'by telephone' },
  'as-account': { ar: 'بالحساب', fr: 'par le compte', en: 'by account' },
  'as-document': { ar: 'برقم الوثيقة', fr: 'par le document', en: 'by document number' },
  'as-vehicle': { ar: 'برقم اللوحة', fr: 'par la plaque', en: 'by number plate' },
  disclosed: { ar: 'أُفصح عنه', fr: 'Communications', en: 'Disclosures' },
  letter: { ar: 'نموذج الجواب', fr: 'Modèle de réponse', en: 'Answer template' },
  letterLanguage: { ar: 'لغة الجواب', fr: 'Langue de la réponse', en: 'Language of the answer' },
  letterTeach: {
    ar: 'راجعه قبل إرساله: قد يقتضي تحقيق جارٍ تأجيل الجواب أو تقييده.',
    fr: 'À relire avant envoi : une enquête en cours peut imposer de différer ou de limiter la réponse.',
    en: 'Read it before you send it: an inquiry under way may require the answer to be delayed or limited.',
  },
  'letter-none': {
    ar: 'تحية طيبة،\nبناءً على طلبكم، لا يتوفر جهازنا في هذه المنصّة، بتاريخ {day}، على معطيات شخصية تخصكم بالبيانات التي قدمتموها.\nولكم أن تتقدموا بشكاية إلى الجهة المكلفة بحماية المعطيات الشخصية.',
    fr: 'Madame, Monsieur,\nÀ la date du {day}, notre service ne détient sur cette plateforme aucune donnée à caractère personnel vous concernant sous les éléments que vous avez fournis.\nVous pouvez introduire une réclamation auprès de l’autorité de protection des données.',
    en: 'Dear Sir or Madam,\nOn {day} our service held on this platform no personal data about you under the particulars that you gave.\nYou may lodge a complaint with the data protection authority.',
  },
  'letter-some': {
    ar: 'تحية طيبة،\nبناءً على طلبكم، يتوفر جهازنا بتاريخ {day} على معطيات تخصكم في {count, plural, zero {أي ملف} one {ملف واحد} two {ملفين} few {# ملفات} many {# ملفاً} other {# ملف}}.\nالأغراض: {purposes}.\nالسند القانوني: {bases}.\nالجهات التي أُفصح لها: {recipients}.\nتُمحى هذه المعطيات في {erase} على أبعد تقدير.\nلكم حق التصحيح والمحو والتقييد في حدود القانون، ولكم أن تتقدموا بشكاية إلى الجهة المكلفة بحماية المعطيات الشخصية.',
    fr: 'Madame, Monsieur,\nÀ la date du {day}, notre service détient des données vous concernant dans {count, plural, one {# dossier} other {# dossiers}}.\nFinalités : {purposes}.\nBase juridique : {bases}.\nDestinataires : {recipients}.\nCes données seront effacées au plus tard le {erase}.\nVous disposez, dans les limites de la loi, des droits de rectification, d’effacement et de limitation, et pouvez introduire une réclamation auprès de l’autorité de protection des données.',
    en: 'Dear Sir or Madam,\nOn {day} our service holds data about you in {count, plural, one {# file} other {# files}}.\nPurposes: {purposes}.\nLegal basis: {bases}.\nRecipients: {recipients}.\nThe data will be erased by {erase} at the latest.\nWithin the limits of the law you have rights of rectification, erasure and restriction, and may lodge a complaint with the data protection authority.',
  },
  nobody: { ar: 'لا أحد', fr: 'aucun', en: 'none' },
  copy: { ar: 'نسخ الجواب', fr: 'Copier la réponse', en: 'Copy the answer' },
});
