/**
 * A situation report as it travels: a STIX report (STIX 2.1 §4.16) that refers to a note (§4.13) for each of
 * its paragraphs. Its later versions are versions of the same report: one id, a later `modified`.
 */
import type { JsonObject } from '../../../kernel/canonical.ts';
import type { Language } from '../../../kernel/faults.ts';
import type { PartyId } from '../../../kernel/ids.ts';
import type { Instant } from '../../../kernel/time.ts';
import { correctionOf, titleOf } from './document.ts';
import { gradeOf, type SitrepContent, type StoredSitrep } from './sitrep.ts';
import { sectionTitles } from './words.ts';

const uuidOf = (id: string): string => id.slice(id.indexOf('--') + 2);

export interface Sent {
  readonly self: PartyId;
  readonly language: Language;
  readonly at: Instant;
  /** When the first version of the series was assembled. */
  readonly begunAt: Instant;
}

/** The report and its notes, in the order in which they stand. */
export const toStix = (
  sitrep: StoredSitrep,
  content: SitrepContent,
  { self, language, at, begunAt }: Sent,
): readonly JsonObject[] => {
  const report = `report--${uuidOf(sitrep.series)}`;
  const notes = content.sections.flatMap(({ key, paragraphs }) =>
    paragraphs.map((paragraph): JsonObject => {
      const { source } = paragraph;
      const told = source === null ? [] : [source.at, ...gradeOf(source.grading)];
      return {
        type: 'note',
        spec_version: '2.1',
        id: `note--${crypto.randomUUID()}`,
        created_by_ref: self,
        created: at,
        modified: at,
        lang: paragraph.language,
        abstract: [sectionTitles[key][paragraph.language], ...told].join(' · '),
        content: paragraph.text,
        object_refs: [report],
      };
    }),
  );
  const description = correctionOf(sitrep, language);
  return [
    {
      type: 'report',
      spec_version: '2.1',
      id: report,
      created_by_ref: self,
      created: begunAt,
      modified: at,
      lang: language,
      name: titleOf(sitrep, content, language),
      ...(description === '' ? {} : { description }),
      published: at,
      object_refs: notes.map(({ id }) => id ?? ''),
    },
    ...notes,
  ];
};
