/** The answer to a data subject, in the language of whoever asked: facts alone, to be read before it goes. */
import { createIntl } from '@formatjs/intl';
import type { SubjectAnswer } from '../../../server/capabilities/oversight/accesses/contract.ts';
import type { Language, Words } from '../../../server/kernel/faults.ts';
import { localeOf } from '../../kit/language.tsx';
import { terms } from '../../kit/terms.ts';
import { subjectWords } from './subject-words.ts';

const separators: Record<Language, string> = { ar: '، ', fr: ', ', en: ', ' };

/** The text of the answer. `nameOf` names a party in that language. */
export const letterOf = (
  answer: SubjectAnswer,
  language: Language,
  nameOf: (party: string) => Words | null,
): string => {
  const locale = localeOf({ language, months: 'maghrebi', digits: 'western' });
  const intl = createIntl({ locale, messages: {} });
  const day = (text: string): string =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(text));
  const list = (values: readonly string[]): string =>
    [...new Set(values)].join(separators[language]) || subjectWords.nobody[language];
  const { items } = answer;
  const entry = items.length === 0 ? subjectWords['letter-none'] : subjectWords['letter-some'];
  const said = intl.formatters.getMessageFormat(entry[language], locale).format({
    day: day(answer.at),
    count: items.length,
    purposes: list(items.map(({ item }) => terms.purposes[item.purpose][language])),
    bases: list(items.map(({ item }) => item.legalBasis)),
    recipients: list(
      items
        .flatMap(({ item }) => item.recipients.map((party) => nameOf(party)?.[language] ?? ''))
        .filter(Boolean),
    ),
    erase: day(
      items
        .map(({ item }) => item.eraseOn)
        .toSorted()
        .at(-1) ?? answer.at,
    ),
  });
  return String(said);
};
