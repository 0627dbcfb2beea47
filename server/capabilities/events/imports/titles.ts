/** What a column holds, by its title in Arabic, French or English. Pure: words only. */
import { fold } from '../../../plumbing/search/index.ts';
import type { ImportField, ImportTarget } from './contract.ts';

/** `homeTeam`, `home_team` and `Home team` are alike. */
export const foldTitle = (title: string): string =>
  fold(title.replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2'))
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const start =
  'starts at|start|start date|date start|start time|dtstart|begin|begins at|from|datetime|kick off|kickoff|' +
  'debut|date debut|date de debut|date heure|du|البداية|بداية|وقت البداية|من';
const end =
  'ends at|end|end date|date end|end time|dtend|to|until|fin|date fin|date de fin|au|' +
  'النهاية|نهاية|وقت النهاية|إلى';
const shared: Partial<Record<ImportField, string>> = {
  nameAr: 'name ar|nom ar|name arabic|arabic name|nom arabe|nom en arabe|ar|الاسم بالعربية|الاسم العربي',
  nameFr: 'name fr|nom fr|name french|french name|nom francais|nom en francais|fr|الاسم بالفرنسية',
  nameEn: 'name en|nom en|name english|english name|nom anglais|nom en anglais|en|الاسم بالإنجليزية',
  town: 'town|city|ville|commune|municipality|host city|localite|المدينة|مدينة|الجماعة',
  country: 'country|country code|pays|code pays|البلد|بلد',
  lat: 'latitude|lat|point geo lat|geo lat|geo point 2d lat|خط العرض',
  lon: 'longitude|lon|lng|long|point geo lon|geo lon|geo point 2d lon|خط الطول',
  point: 'geo point 2d|geopoint|point geo|coordinates|coordonnees|geo|gps|الإحداثيات',
  state: 'status|state|statut|etat|الحالة|حالة',
};

/** By what the file is of; of several titles the one that stands first here counts. */
export const titleWords: Readonly<Record<ImportTarget, Partial<Record<ImportField, string>>>> = {
  venues: {
    ...shared,
    code:
      'code|code site|site code|venue code|code venue|id site|id|uid|external id|ref|reference|identifier|' +
      'identifiant|tag|slug|الرمز|رمز|المعرف|رمز الموقع',
    name:
      'name|nom|nom site|nom du site|venue name|venue|site|stadium|stade|arena|libelle|intitule|title|titre|' +
      'الاسم|اسم|الموقع|اسم الموقع|الملعب',
    capacity: 'capacity|capacite|seats|places|jauge|السعة|الطاقة الاستيعابية',
    firstDay: start,
    lastDay: end,
  },
  sessions: {
    code:
      'code|session code|code session|id|uid|external match id|match id|external id|match number|match no|' +
      'session id|ref|reference|identifier|identifiant|tag|slug|url|الرمز|رمز|المعرف|رقم المباراة',
    name: 'name|title|titre|nom|summary|session|event|match|fixture|epreuve|intitule|libelle|العنوان|الاسم|الحصة|المباراة',
    discipline: 'discipline|sport|categories|الرياضة|رياضة|التخصص',
    phase: 'phase|round|stage|tour|journee|الدور|المرحلة|الجولة',
    venueCode: 'venue code|code venue|code site|site code|stadium code|code stade|رمز الموقع|رمز الملعب',
    venueName: 'venue|venue name|site|nom site|stadium|stade|location|lieu|place|الموقع|الملعب|المكان',
    startsAt: start,
    endsAt: end,
    day: 'day|date|jour|match date|session date|اليوم|التاريخ|تاريخ',
    startTime:
      'start time|time|heure|heure debut|heure de debut|kick off|kickoff|coup d envoi|الساعة|ساعة البداية|التوقيت',
    endTime: 'end time|heure fin|heure de fin|ساعة النهاية',
    nation:
      'home team|away team|home|away|team 1|team 2|team a|team b|team1|team2|equipe 1|equipe 2|equipe a|' +
      'equipe b|equipe domicile|equipe exterieur|teams|equipes|nations|nation|nocs|countries|' +
      'الفريق الأول|الفريق الثاني|المنتخب الأول|المنتخب الثاني|المنتخبات',
    spectators:
      'spectators|expected spectators|attendance|expected attendance|spectateurs|affluence|jauge|' +
      'الجمهور|المتفرجون',
    state: shared.state ?? '',
  },
  objects: {
    ...shared,
    code: 'code|id|uid|external id|ref|reference|identifier|identifiant|tag|slug|الرمز|رمز|المعرف',
    name: 'name|nom|title|titre|libelle|intitule|stage|etape|summary|الاسم|اسم|العنوان|المرحلة',
    kind: 'kind|type|nature|categorie|category|النوع|نوع|الصنف',
    startsAt: start,
    endsAt: end,
  },
  teams: {
    nameAr: shared.nameAr ?? '',
    nameFr: shared.nameFr ?? '',
    nameEn: shared.nameEn ?? '',
    code: 'code|noc|noc code|fifa code|trigramme|id|tag|الرمز|رمز',
    name: 'name|team|country|country name|country long|country name long|equipe|nation|pays|nom|الفريق|المنتخب|البلد',
    nation: 'iso|iso2|iso code|country code|code pays|nationality|nationalite|الجنسية',
    part: 'group|groupe|pool|poule|المجموعة|مجموعة',
    state: shared.state ?? '',
  },
};

/** Beginnings of titles that say enough: `lat source 2dp`, `capacity caf`. */
export const beginnings: readonly ImportField[] = ['lat', 'lon', 'capacity', 'spectators'];

/** Fields that several columns make together. */
export const together: readonly ImportField[] = ['nation'];
