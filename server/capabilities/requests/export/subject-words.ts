/** What a subject is, in words: by STIX type, or the class that tells within one. */
import type { Words } from '../../../kernel/faults.ts';

export const subjectWords = {
  individual: { ar: 'شخص', fr: 'Personne', en: 'Person' },
  organization: { ar: 'هيئة', fr: 'Organisation', en: 'Organisation' },
  group: { ar: 'مجموعة', fr: 'Groupe', en: 'Group' },
  identity: { ar: 'هوية', fr: 'Identité', en: 'Identity' },
  phone: { ar: 'هاتف', fr: 'Téléphone', en: 'Telephone' },
  'user-account': { ar: 'حساب', fr: 'Compte', en: 'Account' },
  vehicle: { ar: 'مركبة', fr: 'Véhicule', en: 'Vehicle' },
  vessel: { ar: 'سفينة', fr: 'Navire', en: 'Vessel' },
  infrastructure: { ar: 'بنية', fr: 'Infrastructure', en: 'Infrastructure' },
  'email-addr': { ar: 'بريد إلكتروني', fr: 'Adresse électronique', en: 'E-mail' },
  'ipv4-addr': { ar: 'عنوان IP', fr: 'Adresse IP', en: 'IP address' },
  'ipv6-addr': { ar: 'عنوان IP', fr: 'Adresse IP', en: 'IP address' },
  'domain-name': { ar: 'نطاق إنترنت', fr: 'Nom de domaine', en: 'Domain name' },
  url: { ar: 'رابط', fr: 'Lien', en: 'Link' },
  location: { ar: 'مكان', fr: 'Lieu', en: 'Place' },
  file: { ar: 'ملف', fr: 'Fichier', en: 'File' },
  indicator: { ar: 'مؤشر', fr: 'Indicateur', en: 'Indicator' },
  'threat-actor': { ar: 'جهة مهددة', fr: 'Acteur malveillant', en: 'Threat actor' },
  malware: { ar: 'برنامج خبيث', fr: 'Logiciel malveillant', en: 'Malware' },
} satisfies Readonly<Record<string, Words>>;
