/** What the other node answered to what was sent, in words of the house. Pure. */
import { faultCatalogue, type Words } from '../../../kernel/faults.ts';

/** What a fault would say of details that did not travel. */
const blanks = /\s*:?\s*\(?\{\w+\}\)?/gu;

/** The text of a fault of the other node's; its code where this house does not know it. */
export const wordsOfFault = (code: string): Words => {
  const entry = faultCatalogue().get(code);
  if (entry === undefined) return { ar: code, fr: code, en: code };
  const { ar, fr, en } = entry;
  return { ar: ar.replace(blanks, ''), fr: fr.replace(blanks, ''), en: en.replace(blanks, '') };
};
