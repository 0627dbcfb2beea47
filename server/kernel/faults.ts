/**
 * Faults: what is expected to go wrong. A fault has a catalogued code, an HTTP status and a text in three
 * languages that says what to do next and reveals nothing. All else that is thrown is a bug.
 */

export const languages = ['ar', 'fr', 'en'] as const;
export type Language = (typeof languages)[number];
/** The same words in the three languages, equals. */
export type Words = { readonly [L in Language]: string };

export interface FaultEntry extends Words {
  /** HTTP status. */
  readonly status: 400 | 401 | 403 | 404 | 405 | 406 | 409 | 413 | 415 | 422 | 428 | 429 | 500 | 502 | 503;
}

/** Declares a part of the catalogue; codes are `capability/what-happened`. */
export const defineFaults = <const Entries extends Record<string, FaultEntry>>(entries: Entries): Entries => {
  for (const [code, entry] of Object.entries(entries)) {
    if (catalogue.has(code)) throw new Error(`bug: fault ${code} is declared twice`);
    catalogue.set(code, entry);
  }
  return entries;
};

const catalogue = new Map<string, FaultEntry>();

/** The whole catalogue as loaded, for the documentation test. */
export const faultCatalogue = (): ReadonlyMap<string, FaultEntry> => catalogue;

export type FaultDetails = Readonly<Record<string, string | number | readonly string[]>>;

const detailWords = new Map<string, Words>();

/** Says what codes in a detail are called: of one capability as `watch/state`, of all as `gap`. */
export const defineDetailWords = (detail: string, codes: Readonly<Record<string, Words>>): void => {
  for (const [code, words] of Object.entries(codes)) detailWords.set(`${detail}/${code}`, words);
};

/** What a code in a detail is called by a capability, else by all; null where it has no words. */
export const detailWord = (detail: string, code: string, capability = ''): Words | null =>
  detailWords.get(`${capability}/${detail}/${code}`) ?? detailWords.get(`${detail}/${code}`) ?? null;

/**
 * An expected failure. `details` are safe to show: field names, limits, never content; for programs. Its text
 * says instead what stands in `said`, or what the codes are called.
 */
export class Fault extends Error {
  readonly code: string;
  readonly details: FaultDetails;
  readonly said: Readonly<Record<string, Words>>;
  constructor(code: string, details: FaultDetails = {}, said: Readonly<Record<string, Words>> = {}) {
    super(code);
    this.name = 'Fault';
    this.code = code;
    this.details = details;
    this.said = said;
    if (!catalogue.has(code)) throw new Error(`bug: fault ${code} is not in the catalogue`);
  }
  get entry(): FaultEntry {
    const entry = catalogue.get(this.code);
    if (!entry) throw new Error(`bug: fault ${this.code} is not in the catalogue`);
    return entry;
  }
  /** The text in one language, with `{name}` replaced from the details. */
  text(language: Language): string {
    return this.entry[language].replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
      const detail = this.details[name];
      const said = this.said[name]?.[language];
      if (said !== undefined || detail === undefined) return said ?? whole;
      const capability = this.code.split('/')[0];
      const parts = typeof detail === 'object' ? detail : [String(detail)];
      const named = parts.map((part) => detailWord(name, part, capability)?.[language] ?? part);
      return named.join(language === 'ar' ? '، ' : ', ');
    });
  }
}

/** Closes a switch over a union: a new member that is not handled does not compile. */
export const exhaustive = (value: never): never => {
  throw new Error(`bug: unhandled ${JSON.stringify(value)}`);
};

/** An assertion: what must hold, or the house is wrong. */
export function assert(condition: unknown, what: string): asserts condition {
  if (!condition) throw new Error(`bug: ${what}`);
}

defineFaults({
  'input/invalid': {
    status: 400,
    ar: 'تعذّر قبول الطلب، فصحّح ما يلي ثم أعد الإرسال: {fields}.',
    fr: 'La demande n’a pas été acceptée. À corriger avant de renvoyer : {fields}.',
    en: 'The request was not accepted. Correct this and send again: {fields}.',
  },
  'input/address': {
    status: 400,
    ar: 'العنوان المطلوب مكتوب كتابة غير صحيحة. تحقق من الرابط ثم أعد المحاولة.',
    fr: 'L’adresse demandée est mal formée. Vérifiez le lien puis réessayez.',
    en: 'The address is not well formed. Check the link, then try again.',
  },
  'input/nothing-visible': {
    status: 400,
    ar: 'لا يظهر شيء في {fields}: فيه مسافات أو رموز لا تُرى فقط. اكتب نصاً مقروءاً.',
    fr: 'Rien de visible dans {fields} : seulement des espaces ou des caractères invisibles. Écrivez un texte lisible.',
    en: 'Nothing can be seen in {fields}: only spaces or invisible characters. Write a text that can be read.',
  },
  'input/too-large': {
    status: 413,
    ar: 'المحتوى أكبر من الحد المسموح ({limitBytes} بايت). قسّمه ثم أعد الإرسال.',
    fr: 'Le contenu dépasse la limite de {limitBytes} octets. Scindez-le puis renvoyez.',
    en: 'The content is larger than the limit of {limitBytes} bytes. Split it and send again.',
  },
  'input/media-type': {
    status: 415,
    ar: 'نوع المحتوى غير مقبول هنا. أرسل JSON.',
    fr: 'Ce type de contenu n’est pas accepté ici. Envoyez du JSON.',
    en: 'This content type is not accepted here. Send JSON.',
  },
  'access/absent': {
    status: 404,
    ar: 'لا يوجد شيء بهذا العنوان، أو أنه غير متاح لك.',
    fr: 'Rien à cette adresse, ou rien qui vous soit accessible.',
    en: 'There is nothing at this address, or nothing that you may see.',
  },
  'access/sign-in': {
    status: 401,
    ar: 'سجّل الدخول للمتابعة.',
    fr: 'Connectez-vous pour continuer.',
    en: 'Sign in to continue.',
  },
  'access/refused': {
    status: 403,
    ar: 'الصفة التي تعمل بها الآن لا تخوّلك هذا الإجراء. بدّل الصفة إن كانت لك أخرى.',
    fr: 'La fonction que vous exercez ne permet pas cette action. Changez de fonction si vous en avez une autre.',
    en: 'The role that you act under does not allow this. Change role if you hold another.',
  },
  'access/origin': {
    status: 403,
    ar: 'رُفض الطلب لأنه لم يصدر من هذه المنصّة.',
    fr: 'Demande refusée : elle ne vient pas de cette console.',
    en: 'The request was refused because it did not come from this console.',
  },
  'access/too-many': {
    status: 429,
    ar: 'طلبات كثيرة. أعد المحاولة بعد {waitSeconds} ثانية.',
    fr: 'Trop de demandes. Réessayez dans {waitSeconds} s.',
    en: 'Too many requests. Try again in {waitSeconds} s.',
  },
  'state/changed': {
    status: 409,
    ar: 'تغيّر هذا العنصر منذ أن فتحته. أعد تحميله ثم كرّر ما أردت.',
    fr: 'Cet élément a changé depuis que vous l’avez ouvert. Rechargez-le puis recommencez.',
    en: 'This has changed since you opened it. Reload it, then do it again.',
  },
  'house/bug': {
    status: 500,
    ar: 'خلل في المنصّة سُجّل برقم {reference}. لم يُفقد شيء؛ أعد المحاولة أو أبلغ المسؤول بالرقم.',
    fr: 'Anomalie enregistrée sous le numéro {reference}. Rien n’est perdu ; réessayez ou donnez ce numéro à l’administrateur.',
    en: 'A defect was recorded as {reference}. Nothing is lost; try again, or give the administrator this number.',
  },
});
