/** Granular markings and the selectors with which they name a part of an object (STIX 2.1 §7.2.3). */
import { isObject, type Json, type JsonObject } from '../../kernel/canonical.ts';
import { stixLimits } from './limits.ts';
import { pointerTo, type Report } from './problems.ts';
import { atLeastOne, atMostOne, languageTag, list, type Rule, reference, shape, text } from './rules.ts';

/** The way to a part of an object: property names and list positions. */
export type Way = readonly (string | number)[];

const positionStep = /^\[(\d{1,6})\]$/;

/** Reads a selector, `external_references.[0].source_name`; null when it is none. */
export const readSelector = (selector: string): Way | null => {
  const way: (string | number)[] = [];
  for (const step of selector.split('.')) {
    const position = positionStep.exec(step);
    if (position) way.push(Number(position[1]));
    else if (step === '' || step.startsWith('[')) return null;
    else way.push(step);
  }
  return typeof way[0] === 'string' ? way : null;
};

export const writeSelector = (way: Way): string =>
  way.map((step) => (typeof step === 'number' ? `[${step}]` : step)).join('.');

/** The part that the way leads to; undefined where there is none. */
export const partAt = (object: Json, way: Way): Json | undefined => {
  let part: Json | undefined = object;
  for (const step of way) {
    if (typeof step === 'number') part = Array.isArray(part) ? part[step] : undefined;
    else part = isObject(part) && Object.hasOwn(part, step) ? part[step] : undefined;
    if (part === undefined) return undefined;
  }
  return part;
};

/** §7.2.3: what is marked and, either a marking or a language. */
export const granularMarking: Rule = shape(
  { lang: languageTag, marking_ref: reference('marking-definition'), 'selectors!': list(text) },
  atLeastOne('lang', 'marking_ref'),
  atMostOne('lang', 'marking_ref'),
);

/** §7.2.3.1: each selector leads to something in the object. */
export const checkSelectors = (object: JsonObject, path: string, report: Report): void => {
  const { granular_markings: markings } = object;
  if (!Array.isArray(markings)) return;
  const at = pointerTo(path, 'granular_markings');
  const lists = markings.map((marking) => (isObject(marking) ? marking.selectors : undefined));
  const sum = lists.reduce((total: number, list) => total + (Array.isArray(list) ? list.length : 0), 0);
  if (sum > stixLimits.selectors) report.add(at, 'limit-items', `${stixLimits.selectors}`);
  else
    for (const [index, list] of lists.entries())
      if (Array.isArray(list)) checkList(object, list, `${at}/${index}/selectors`, report);
};

const checkList = (object: JsonObject, selectors: readonly Json[], path: string, report: Report): void => {
  for (const [position, selector] of selectors.entries()) {
    if (typeof selector !== 'string') continue;
    const way = readSelector(selector);
    if (way === null || partAt(object, way) === undefined)
      report.add(pointerTo(path, position), 'selector', selector.slice(0, 120));
  }
};
