/** Extensions of an object (STIX 2.1 §7.3) and the predefined ones of observable objects (§6). */
import { isObject, type Json, type JsonObject } from '../../kernel/canonical.ts';
import { predefinedExtensions } from './predefined-extensions.ts';
import { pointerTo, type Report } from './problems.ts';
import { extensionType } from './shared-properties.ts';
import { isIdentifier, typeOfId } from './values.ts';

/** What an extension declares the object to be: `new-sdo`, `new-sco` or `new-sro`; null when none does. */
export const declaredKind = (object: JsonObject): string | null => {
  if (!isObject(object.extensions)) return null;
  for (const extension of Object.values(object.extensions))
    if (isObject(extension) && typeof extension.extension_type === 'string')
      if (extension.extension_type.startsWith('new-')) return extension.extension_type;
  return null;
};

/** Known extensions hold what they must; unknown ones only have to be objects that say what they extend. */
export const checkExtensions = (object: JsonObject, path: string, report: Report): void => {
  const { extensions } = object;
  const at = pointerTo(path, 'extensions');
  if (extensions === undefined) return;
  if (!isObject(extensions)) report.add(at, 'object');
  else if (Object.keys(extensions).length === 0) report.add(at, 'empty');
  else for (const [name, extension] of Object.entries(extensions)) checkOne(name, extension, at, report);
};

const checkOne = (name: string, extension: Json, at: string, report: Report): void => {
  const path = pointerTo(at, name);
  if (!isObject(extension)) report.add(path, 'object');
  else if (isIdentifier(name) && typeOfId(name) === 'extension-definition')
    checkDefined(extension, path, report);
  else predefinedExtensions.get(name)?.(extension, path, report);
};

const checkDefined = (extension: JsonObject, path: string, report: Report): void => {
  const { extension_type: kind } = extension;
  if (kind === undefined) report.add(pointerTo(path, 'extension_type'), 'required', 'extension_type');
  else extensionType(kind, pointerTo(path, 'extension_type'), report);
};
