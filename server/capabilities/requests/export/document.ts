/** A request with what became of it as a document, in the language asked for. Pure. */
import type { Language, Words } from '../../../kernel/faults.ts';
import type { PartyId } from '../../../kernel/ids.ts';
import { type Tlp, tlpRank } from '../../../kernel/marking.ts';
import type { Instant } from '../../../kernel/time.ts';
import {
  type Block,
  type Fact,
  type PrintedDocument,
  printedDates,
} from '../../../plumbing/documents/index.ts';
import type { Item, RequestView, StepView } from '../contract.ts';
import {
  exportWords,
  fieldWords,
  followUpWords,
  groundWords,
  languageWords,
  purposeWords,
  stateWords,
  stepWords,
  urgencyWords,
} from './export-words.ts';
import { subjectLine } from './subject-line.ts';

/** What the document is made of. */
export interface RequestPrinting {
  readonly request: RequestView;
  /** Those that the reader may take out. */
  readonly answers: readonly Item[];
  readonly language: Language;
  readonly timeZone: string;
  readonly issuer: Words;
  nameOf(party: PartyId): Words;
  readonly now: Instant;
}

const paragraph = (text: string, language?: Language, aside?: string): Block => ({
  kind: 'paragraph',
  phrase: { text, ...(language === undefined ? {} : { language }) },
  ...(aside === undefined ? {} : { aside: { text: aside } }),
});
const heading = (text: string): Block => ({ kind: 'heading', level: 1, text });

const factsOf = ({ request, language, nameOf }: RequestPrinting): readonly Fact[] => {
  const { item, ask, strands } = request;
  const fact = (label: Words, text: string): Fact => ({ label: label[language], value: { text } });
  /** As its author wrote it. */
  const said = (label: Words, text: string): Fact => ({
    label: label[language],
    value: { text, language: item.language },
  });
  const names = strands.map(({ addressee }) => nameOf(addressee)[language]);
  return [
    fact(exportWords.requester, nameOf(item.originator)[language]),
    ...(names.length > 0 ? [fact(exportWords.addressees, names.join(' · '))] : []),
    fact(exportWords.field, fieldWords[item.marking.field][language]),
    fact(exportWords.purpose, purposeWords[item.marking.purpose][language]),
    said(exportWords.basis, item.marking.legalBasis),
    ...(ask === null
      ? []
      : [
          fact(exportWords.urgency, urgencyWords[ask.urgency][language]),
          ...(ask.urgencyReason === '' ? [] : [said(exportWords.reason, ask.urgencyReason)]),
          fact(
            exportWords.languages,
            ask.answerLanguages.map((one) => languageWords[one][language]).join(' · '),
          ),
        ]),
  ];
};

const subjectsOf = (item: Item, language: Language): readonly Block[] => {
  const title = exportWords.subjects[language];
  const lines = item.objects.flatMap((object) => subjectLine(object, language) ?? []);
  return lines.length === 0
    ? []
    : [heading(title), { kind: 'list', phrases: lines.map((text) => ({ text })) }];
};

const askedOf = ({ request: { item, ask }, language }: RequestPrinting): readonly Block[] => {
  if (ask === null) return [{ kind: 'notice', phrase: { text: exportWords.recalled[language] } }];
  const grade = ask.knownGrading;
  const aside =
    grade === null ? undefined : `${exportWords.grading[language]} · ${grade.source}${grade.information}`;
  return [
    heading(exportWords.asked[language]),
    paragraph(item.summary, item.language),
    ...(ask.known === ''
      ? []
      : [heading(exportWords.known[language]), paragraph(ask.known, item.language, aside)]),
    ...subjectsOf(item, language),
  ];
};

const strandsOf = ({ request, language, nameOf, timeZone }: RequestPrinting): readonly Block[] => {
  const dates = printedDates(language, timeZone);
  const rows = request.strands.map((strand) => [
    { text: nameOf(strand.addressee)[language] },
    { text: stateWords[strand.state][language] },
    { text: strand.dueAt === null ? '—' : dates.moment(strand.dueAt) },
    { text: strand.ground === null ? '' : groundWords[strand.ground][language] },
  ]);
  if (rows.length === 0) return [];
  const head = [exportWords.addressee, exportWords.state, exportWords.due, exportWords.ground];
  const table = { head: head.map((one) => one[language]), widths: [3, 2, 2, 3], rows };
  return [heading(exportWords.strands[language]), { kind: 'table', ...table }];
};

const stepText = (step: StepView, language: Language): string =>
  [
    stepWords[step.kind][language],
    step.ground === null ? '' : groundWords[step.ground][language],
    step.usefulness === null ? '' : exportWords.useful[language].replace('{mark}', String(step.usefulness)),
    ...step.followUps.map((one) => followUpWords[one][language]),
  ]
    .filter((text) => text !== '')
    .join(' · ');

const stepsOf = ({ request, language, nameOf, timeZone }: RequestPrinting): readonly Block[] => {
  if (request.steps.length === 0) return [];
  const dates = printedDates(language, timeZone);
  return [
    heading(exportWords.steps[language]),
    ...request.steps.flatMap((step): readonly Block[] => {
      const aside = `${dates.moment(step.at)} · ${nameOf(step.by)[language]}`;
      return [
        paragraph(stepText(step, language), language, aside),
        ...(step.text === '' ? [] : [paragraph(step.text)]),
      ];
    }),
  ];
};

const answersOf = ({ answers, language, nameOf, timeZone }: RequestPrinting): readonly Block[] => [
  heading(exportWords.answers[language]),
  ...(answers.length === 0 ? [paragraph(exportWords.none[language])] : []),
  ...answers.flatMap((answer): readonly Block[] => [
    { kind: 'heading', level: 2, text: answer.title },
    paragraph(
      answer.summary,
      answer.language,
      [
        nameOf(answer.originator)[language],
        printedDates(language, timeZone).moment(answer.modifiedAt),
        markingOf(answer),
      ].join(' · '),
    ),
    ...subjectsOf(answer, language),
  ]),
];

const markingOf = ({ marking: { tlp, pap, handling, handlingText } }: Item): string =>
  [
    `TLP:${tlp.toUpperCase()}`,
    `PAP:${pap.toUpperCase()}`,
    ...handling,
    ...(handlingText ? [handlingText] : []),
  ].join(' · ');

/** The strictest of all that stands in it: it goes on every page. */
const strictest = (items: readonly Item[]): Tlp =>
  items
    .map(({ marking }) => marking.tlp)
    .reduce((most, tlp) => (tlpRank(tlp) > tlpRank(most) ? tlp : most), 'clear');

/** The document of a request, typeset from this value alone. */
export const printRequest = (printing: RequestPrinting): PrintedDocument => {
  const { request, answers, language, timeZone, issuer, now } = printing;
  const { item } = request;
  const tlp = strictest([item, ...answers]);
  const others = tlp === item.marking.tlp ? [] : [`TLP:${tlp.toUpperCase()}`];
  return {
    language,
    title: item.title === '' ? exportWords.kind[language] : item.title,
    issuer: issuer[language],
    reference: `${exportWords.kind.en.split(' ')[0]}-${item.id.slice(-12)}`,
    tlp,
    marking: [...others, markingOf(item)].join(' · '),
    madeAt: printedDates(language, timeZone).inZone(now),
    pageWords: exportWords.page[language],
    facts: factsOf(printing),
    blocks: [...askedOf(printing), ...strandsOf(printing), ...stepsOf(printing), ...answersOf(printing)],
  };
};
