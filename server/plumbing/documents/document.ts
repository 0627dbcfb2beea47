/**
 * A document as data: what stands in it, in which language, under which marking. How it looks is the
 * business of the template alone, so that no text of a person is ever read as markup.
 */
import type { Language } from '../../kernel/faults.ts';
import type { Tlp } from '../../kernel/marking.ts';

/**
 * Words of the document. `language`, where it is another than the document's, sets direction and letters.
 * `isCode`: a number, an address, an identifier, which runs from left to right in Arabic too.
 */
export interface Phrase {
  readonly text: string;
  readonly language?: Language;
  readonly isCode?: boolean;
}

/** One line of labelled facts. */
export interface Fact {
  readonly label: string;
  readonly value: Phrase;
}

/** A mark beside a block of one version, held against another. */
export type Change = 'added' | 'changed' | 'removed';

/** A part of a document, top to bottom. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | {
      readonly kind: 'paragraph';
      readonly phrase: Phrase;
      /** Where it comes from, in small letters above it. */
      readonly aside?: Phrase;
      readonly change?: Change;
    }
  | { readonly kind: 'list'; readonly phrases: readonly Phrase[] }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | {
      readonly kind: 'table';
      readonly head: readonly string[];
      /** Shares of the width, one for each column. */
      readonly widths: readonly number[];
      readonly rows: readonly (readonly Phrase[])[];
    }
  | { readonly kind: 'notice'; readonly phrase: Phrase }
  | {
      /** A card to be cut out and worn: 105 by 148 mm. */
      readonly kind: 'card';
      readonly issuer: string;
      readonly title: string;
      /** What stands in the empty frame for the picture. */
      readonly photo: string;
      readonly names: readonly Phrase[];
      readonly facts: readonly Fact[];
      /** What is read from afar, on a dark band. */
      readonly band: string;
      readonly isWarning: boolean;
      /** A picture of the code, as SVG. */
      readonly code: string;
      readonly number: string;
    };

/** A whole document. It is typeset as PDF/A with the marking on every page, as TLP 2.0 asks. */
export interface PrintedDocument {
  readonly language: Language;
  readonly title: string;
  /** Who issues it, as its people write the name. */
  readonly issuer: string;
  /** What the document is quoted by. */
  readonly reference: string;
  readonly tlp: Tlp;
  /** The marking in words, beside the TLP label. */
  readonly marking: string;
  /** When it was made, as shown. */
  readonly madeAt: string;
  /** «Page» in its language: `{page}` of `{pages}`. */
  readonly pageWords: string;
  readonly facts: readonly Fact[];
  readonly blocks: readonly Block[];
}

/** What a document may take, each by its name. */
export const documentLimits = {
  /** Of the document as JSON. */
  bytes: 8_000_000,
  /** For one document in the typesetting thread. */
  withinMs: 30_000,
  /** Documents that wait for the thread at a time. */
  waiting: 20,
  /** After so long without work the thread ends, and its memory with it. */
  idleMs: 120_000,
} as const;
