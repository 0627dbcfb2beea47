/** A subject of a request in one line of a document. Pure. */
import { isObject, type Json, type JsonObject } from '../../../kernel/canonical.ts';
import type { Language, Words } from '../../../kernel/faults.ts';
import { requestType } from '../wire.ts';
import { subjectWords } from './subject-words.ts';

/** Objects of an item that are not whom or what it is about. */
const notSubjects: readonly string[] = ['artifact', 'note', 'relationship', requestType];

/** By what an object is known, the first that it has. */
const names = ['name', 'value', 'user_id', 'account_login', 'display_name', 'number', 'pattern'] as const;

/** Facts that a line has room for, and letters of each. */
const factsAtMost = 12;
const factLength = 300;

const textsIn = (value: Json | undefined): readonly string[] => {
  if (typeof value === 'string') return [value];
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    key === 'extension_type' || part === undefined ? [] : textsIn(part),
  );
};

const isKind = (name: string): name is keyof typeof subjectWords => Object.hasOwn(subjectWords, name);

/** The words for what it is: by its class where the type has several, else by its type. */
const kindOf = (object: JsonObject): Words | null => {
  const { type, identity_class: sort, account_type: account, infrastructure_types: uses } = object;
  const closer = [sort, account, ...(Array.isArray(uses) ? uses : [])];
  const named = [...closer, type].find((name) => typeof name === 'string' && isKind(name));
  return typeof named === 'string' && isKind(named) ? subjectWords[named] : null;
};

/** Whom or what it names, and what is said of it; null for what is no subject. */
export const subjectLine = (object: JsonObject, language: Language): string | null => {
  if (notSubjects.includes(String(object.type))) return null;
  const name = names.map((key) => object[key]).find((value) => typeof value === 'string' && value !== '');
  const more = [...textsIn(object.extensions), ...textsIn(object.hashes), ...textsIn(object.description)];
  const facts = more.slice(0, factsAtMost).map((text) => text.slice(0, factLength));
  return [
    `${kindOf(object)?.[language] ?? String(object.type)}:`,
    String(name ?? object.id),
    ...(facts.length > 0 ? ['—', facts.join(' · ')] : []),
  ].join(' ');
};
