/** The words that matching itself writes. */
import type { Language, Words } from '../../kernel/faults.ts';
import type { IdentifierKind } from '../../plumbing/identifiers/index.ts';
import type { Card } from './contract.ts';

const kinds: Readonly<Record<IdentifierKind, Words>> = {
  document: { ar: 'وثيقة', fr: 'document', en: 'document' },
  phone: { ar: 'رقم هاتف', fr: 'numéro de téléphone', en: 'telephone number' },
  email: { ar: 'بريد إلكتروني', fr: 'adresse électronique', en: 'e-mail address' },
  iban: { ar: 'حساب بنكي', fr: 'compte bancaire', en: 'bank account' },
  plate: { ar: 'لوحة ترقيم', fr: 'plaque d’immatriculation', en: 'number plate' },
  imei: { ar: 'رقم جهاز', fr: 'numéro d’appareil', en: 'device number' },
  imsi: { ar: 'رقم شريحة', fr: 'numéro de carte SIM', en: 'SIM number' },
  ip: { ar: 'عنوان إنترنت', fr: 'adresse IP', en: 'IP address' },
  domain: { ar: 'نطاق إنترنت', fr: 'nom de domaine', en: 'domain' },
  hash: { ar: 'بصمة ملف', fr: 'empreinte de fichier', en: 'file hash' },
  vessel: { ar: 'سفينة', fr: 'navire', en: 'vessel' },
  'name-birth': { ar: 'شخص', fr: 'personne', en: 'person' },
};

const titles: Words = {
  ar: 'طلب معلومات بعد تطابق: {kind}',
  fr: 'Demande à la suite d’une concordance : {kind}',
  en: 'Request following a hit: {kind}',
};

/** The title of a request that follows a hit; its writer may change it. */
export const requestTitle = (language: Language, kind: IdentifierKind): string =>
  titles[language].replace('{kind}', kinds[kind][language]);

// On a line of its own a number keeps its direction beside Arabic, in whatever shows it.
const summaries: Words = {
  ar: 'أظهرت مقارنة محجوبة أن لدى جهازينا معرّفاً مشتركاً ({kind}):\n{text}\nنلتمس موافاتنا بما لديكم بشأنه.',
  fr: 'Une comparaison en aveugle a montré que nos deux services détiennent l’identifiant suivant ({kind}) :\n{text}\nMerci de nous communiquer les éléments dont vous disposez à son sujet.',
  en: 'A blind check has shown that both our services hold this identifier ({kind}):\n{text}\nPlease tell us what you have about it.',
};

/** What a request that follows a hit asks, to begin with. */
export const requestSummary = (language: Language, { kind, text }: Pick<Card, 'kind' | 'text'>): string =>
  summaries[language].replace('{kind}', kinds[kind][language]).replace('{text}', () => text);
