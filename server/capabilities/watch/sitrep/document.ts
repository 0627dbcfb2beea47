/** A situation report as a document: what stands in it, in the language asked for. Pure. */
import type { Language, Words } from '../../../kernel/faults.ts';
import { shownName } from '../../../kernel/files.ts';
import type { Instant } from '../../../kernel/time.ts';
import {
  type Block,
  type Fact,
  type PrintedDocument,
  printedDates,
} from '../../../plumbing/documents/index.ts';
import type { Comparison, Paragraph } from './contract.ts';
import { gradeOf, referenceOf, type SitrepContent, type SourceFile, type StoredSitrep } from './sitrep.ts';
import { documentWords, sectionTitles } from './words.ts';

/** What a document is made of. */
export interface Printing {
  readonly sitrep: StoredSitrep;
  readonly content: SitrepContent;
  readonly language: Language;
  readonly timeZone: string;
  readonly issuer: Words;
  readonly circle: Words | null;
  readonly now: Instant;
  /** The files of the entries that stand in it. */
  readonly files: readonly SourceFile[];
  /** With marks, against an earlier one. */
  readonly marks: { readonly sections: Comparison['sections']; readonly against: StoredSitrep } | null;
}

/** The title with its version. */
export const titleOf = (sitrep: StoredSitrep, content: SitrepContent, language: Language): string =>
  sitrep.version === 1
    ? content.title[language]
    : `${content.title[language]} · ${documentWords.version[language]} ${sitrep.version}`;

/** What a version says of itself: that it corrects an earlier one; nothing where it does not. */
export const correctionOf = ({ version }: StoredSitrep, language: Language): string =>
  version === 1 ? '' : documentWords.corrects[language].replace('{version}', String(version - 1));

/** Where a paragraph comes from, in one line. */
const asideOf = ({ source }: Paragraph, { timeZone, language }: Printing): string | undefined => {
  if (source === null) return undefined;
  const what =
    'entry' in source ? `${documentWords.entry[language]} ${source.number}` : documentWords.request[language];
  return [printedDates(language, timeZone).moment(source.at), what, ...gradeOf(source.grading)].join(' · ');
};

const paragraphBlock = (
  paragraph: Paragraph,
  printing: Printing,
  change: 'same' | 'added' | 'changed' | 'removed' = 'same',
): Block => {
  const aside = asideOf(paragraph, printing);
  const { text, language } = paragraph;
  return {
    kind: 'paragraph',
    phrase: { text, language },
    ...(aside === undefined ? {} : { aside: { text: aside } }),
    ...(change === 'same' ? {} : { change }),
  };
};

const sectionBlocks = (printing: Printing): readonly Block[] => {
  const { content, language, marks } = printing;
  const sections =
    marks?.sections ??
    content.sections.map(({ key, paragraphs }) => ({
      key,
      paragraphs: paragraphs.map((paragraph) => ({ change: 'same' as const, paragraph })),
    }));
  return sections.flatMap(({ key, paragraphs }): readonly Block[] => {
    // A product without an assessment says nothing of one; a section without entries says that it has none.
    if (paragraphs.length === 0 && key === 'assessment') return [];
    const heading = { kind: 'heading', level: 1, text: sectionTitles[key][language] } as const;
    const blocks = paragraphs.map(({ paragraph, change }) => paragraphBlock(paragraph, printing, change));
    if (blocks.length > 0) return [heading, ...blocks];
    return [heading, { kind: 'paragraph', phrase: { text: documentWords.none[language] } }];
  });
};

const notices = ({ sitrep, language, marks }: Printing): readonly Block[] => {
  const texts = [
    correctionOf(sitrep, language),
    marks === null ? '' : documentWords.marks[language].replace('{reference}', referenceOf(marks.against)),
  ];
  return texts.filter((text) => text !== '').map((text) => ({ kind: 'notice', phrase: { text } }));
};

const factsOf = ({ sitrep, language, timeZone, circle }: Printing): readonly Fact[] => {
  const span = printedDates(language, timeZone).span(sitrep.from, sitrep.until);
  return [
    { label: documentWords.period[language], value: { text: span } },
    ...(circle === null
      ? []
      : [{ label: documentWords.circle[language], value: { text: circle[language], language } }]),
    { label: documentWords.version[language], value: { text: String(sitrep.version), isCode: true } },
    {
      label: documentWords.state[language],
      value: { text: documentWords[sitrep.state][language], language },
    },
  ];
};

/** In fours of sixteen digits, so that two can be held against each other, and a line can break. */
const hashInParts = (hash: string): string => hash.match(/.{1,16}/g)?.join(' ') ?? hash;

/** The files of what stands in it, by name and hash; their bytes are opened in the log. */
const fileBlocks = ({ files, language }: Printing): readonly Block[] => {
  if (files.length === 0) return [];
  const { number, fileName, hash, attachments } = documentWords;
  return [
    { kind: 'heading', level: 1, text: attachments[language] },
    {
      kind: 'table',
      head: [number[language], fileName[language], hash[language]],
      widths: [1, 3, 4],
      rows: files.map((file) => [
        { text: String(file.number), isCode: true },
        { text: shownName(file.name) },
        { text: hashInParts(file.hash), isCode: true },
      ]),
    },
  ];
};

/** The document, typeset or shown as a page from the same value. */
export const printSitrep = (printing: Printing): PrintedDocument => {
  const { sitrep, content, language, timeZone, issuer, now } = printing;
  const { tlp, pap, handling, handlingText } = sitrep.marking;
  const restriction = handlingText === undefined ? [] : [handlingText];
  return {
    language,
    title: content.title[language],
    issuer: issuer[language],
    reference: referenceOf(sitrep),
    tlp,
    marking: [`TLP:${tlp.toUpperCase()}`, `PAP:${pap.toUpperCase()}`, ...handling, ...restriction].join(
      ' · ',
    ),
    madeAt: printedDates(language, timeZone).inZone(now),
    pageWords: documentWords.page[language],
    facts: factsOf(printing),
    blocks: [...notices(printing), ...sectionBlocks(printing), ...fileBlocks(printing)],
  };
};
