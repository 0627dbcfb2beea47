/** What a schema found wrong with a request, told to its sender in his language. Pure. */
import { detailWord, Fault, type Language, type Words } from '../../kernel/faults.ts';
import './faults.ts';
import './field-words.ts';
import { kindWords, validationWords } from './validation-words.ts';

/** One finding of a validator, in the terms of JSON Schema. */
export interface Finding {
  readonly keyword: string;
  /** JSON pointer (RFC 6901) of the value within the part of the request. */
  readonly instancePath: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Fields named in one fault. */
const fieldsNamed = 20;
/** Values that a sentence lists of those allowed, and letters of a path that came from outside. */
const [valuesNamed, pathLetters] = [12, 120];

type Keyword = keyof typeof validationWords;
const isKeyword = (word: string): word is Keyword => Object.hasOwn(validationWords, word);

const inEach = (say: (language: Language) => string): Words => ({
  ar: say('ar'),
  fr: say('fr'),
  en: say('en'),
});

const listOf = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).slice(0, valuesNamed).map(String);

/** Fields that are missing, or not known here, are findings of their own: each where it stands. */
const spread = (finding: Finding): readonly Finding[] => {
  const { requiredProperties, additionalProperties } = finding.params;
  const names = finding.keyword === 'required' ? requiredProperties : additionalProperties;
  if (!Array.isArray(names)) return [finding];
  return names.map((name) => ({ ...finding, instancePath: `${finding.instancePath}/${String(name)}` }));
};

/** What says least of a value that is wrong in several ways. */
const vague: readonly string[] = ['anyOf', 'oneOf', 'allOf', 'not', 'if', 'boolean', 'const'];
const isVague = ({ keyword, params }: Finding): boolean =>
  vague.includes(keyword) || (keyword === 'type' && params.type === 'null');

/** One finding for each value: the first that says something. */
const oneEach = (findings: readonly Finding[]): readonly Finding[] => {
  const byPath = new Map<string, Finding>();
  for (const finding of findings.flatMap(spread)) {
    const before = byPath.get(finding.instancePath);
    if (before === undefined || (isVague(before) && !isVague(finding)))
      byPath.set(finding.instancePath, finding);
  }
  return [...byPath.values()].slice(0, fieldsNamed);
};

const kinds = (type: unknown, language: Language): string =>
  listOf(type)
    .map((kind) => kindWords[kind]?.[language] ?? kind)
    .join(' / ');

const sentence = ({ keyword, params }: Finding, language: Language): string => {
  const known: Keyword = isKeyword(keyword) ? keyword : 'other';
  const value =
    known === 'type'
      ? kinds(params.type, language)
      : listOf(params.limit ?? params.allowedValues ?? params.format ?? params.multipleOf ?? '').join(', ');
  // A value that is allowed is a code: isolated, so that it does not reorder a sentence from right to left.
  const shown = known === 'type' || value === '' ? value : `\u2068${value}\u2069`;
  return validationWords[known](shown)[language];
};

/** The part by its name, where it has one, and always by its path. */
const partOf = (path: string, language: Language): string => {
  const named = detailWord('fields', path.split('/').at(-1) ?? '')?.[language] ?? null;
  const shown = `\u2068${path.slice(0, pathLetters)}\u2069`;
  return named === null ? shown : `${named} (${shown})`;
};

/**
 * The fault that tells the sender what to correct; `part` is where it stands (`body`, `querystring`). Its
 * details name each value's path and the keyword, for programs.
 */
export const validationFault = (part: string, findings: readonly Finding[]): Fault => {
  const told = oneEach(findings);
  const fields = told.map(({ instancePath, keyword }) => `${part}${instancePath}: ${keyword}`);
  const say = (language: Language): string =>
    told
      .map((one) => `${partOf(one.instancePath.slice(1) || part, language)} ${sentence(one, language)}`)
      .join(language === 'ar' ? '؛ ' : '; ');
  return new Fault('input/invalid', { fields }, { fields: inEach(say) });
};

/** The fault for texts of which nothing can be seen. */
export const unseenFault = (findings: readonly Pick<Finding, 'instancePath'>[]): Fault => {
  // Each member of a union finds the same text anew.
  const found = new Set(findings.map(({ instancePath }) => instancePath.slice(1)));
  return fieldsFault('input/nothing-visible', [...found]);
};

/** The fault for texts that hide something, at JSON pointers (`findConcealed`). */
export const concealedFault = (pointers: readonly string[]): Fault =>
  fieldsFault(
    'input/hidden-characters',
    pointers.map((pointer) => pointer.slice(1) || 'body'),
  );

const fieldsFault = (
  code: 'input/nothing-visible' | 'input/hidden-characters',
  found: readonly string[],
): Fault => {
  const paths = found.slice(0, fieldsNamed);
  const say = (language: Language): string =>
    paths.map((path) => partOf(path, language)).join(language === 'ar' ? '، ' : ', ');
  return new Fault(code, { fields: paths }, { fields: inEach(say) });
};

/** The fault for a value that the house cannot keep, at a JSON pointer (`findUnspeakable`). */
export const unspeakableFault = (pointer: string): Fault => {
  const path = pointer.slice(1) || 'body';
  return new Fault('input/invalid', { fields: [pointer] }, { fields: inEach((said) => partOf(path, said)) });
};
