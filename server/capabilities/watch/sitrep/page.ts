/**
 * A document as one HTML page that needs nothing else: no script, no address, no picture. Its markup is made
 * by what knows the grammar, so that no text of a person is ever read as markup.
 */
import { createHash } from 'node:crypto';
import { createElement as h, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { exhaustive, type Language } from '../../../kernel/faults.ts';
import type { Block, Fact, Phrase, PrintedDocument } from '../../../plumbing/documents/index.ts';

/** FIRST, TLP 2.0: the colours of the labels, always on black. No sign of HTML stands in here. */
const style = `
:root { color-scheme: light; }
body { margin: 0;
  font: 16px/1.55 IBM Plex Sans, IBM Plex Sans Arabic, Segoe UI, Tahoma, Noto Sans, sans-serif;
  color: #1a1b1e; background: #fff; }
.banner { display: flex; justify-content: space-between; gap: 1rem; padding: .5rem 1rem; background: #000;
  color: #fff; align-items: center; flex-wrap: wrap; }
.tlp { font-weight: 700; direction: ltr; unicode-bidi: isolate; }
.red { color: #ff2b2b; } .amber { color: #ffc000; } .green { color: #33ff00; } .clear { color: #fff; }
main { max-width: 46rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 0 0 .5rem; }
h2 { font-size: 1.2rem; margin: 1.75rem 0 .5rem; break-after: avoid; }
.made, .aside, dt { color: #5c5f66; font-size: .875rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; padding-block-end: 1rem;
  border-block-end: 1px solid #c9ccd1; }
dd { margin: 0; }
.aside { margin: 0; font-variant-numeric: tabular-nums; }
.entry { margin-block: .9rem; break-inside: avoid; }
.text { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; text-align: start; }
.notice { background: #f1f3f5; padding: .5rem .75rem; border-radius: 4px; }
.added, .changed, .removed { border-inline-start: 3px solid; padding-inline-start: .6rem; }
.added { border-color: #2b8a3e; } .changed { border-color: #1971c2; } .removed { border-color: #c92a2a; }
.removed .text { text-decoration: line-through; }
table { border-collapse: collapse; width: 100%; } td, th { text-align: start; vertical-align: top;
  padding: .3rem .5rem; border-block-end: 1px solid #c9ccd1; }
@media print {
  .banner { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  .banner.top { position: running(top); } main { max-width: none; padding-inline: 0; }
  @page { size: A4; margin: 18mm; }
}
`;

const hash = createHash('sha256').update(style).digest('base64');
/** What the page may do: show itself in its own style, and nothing else. */
export const pagePolicy = [
  "default-src 'none'",
  `style-src 'sha256-${hash}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  'sandbox',
].join('; ');

const directionOf = (language: Language): 'rtl' | 'ltr' => (language === 'ar' ? 'rtl' : 'ltr');

const spoken = ({ language, isCode }: Phrase): { dir?: string; lang?: string } => {
  if (isCode === true) return { dir: 'ltr' };
  return language === undefined ? {} : { lang: language, dir: directionOf(language) };
};

const facts = (list: readonly Fact[]): ReactNode =>
  h(
    'dl',
    null,
    list.flatMap(({ label, value }, at) => [
      h('dt', { key: `label ${at}` }, label),
      h('dd', { key: `value ${at}` }, h('bdi', spoken(value), value.text)),
    ]),
  );

const text = (phrase: Phrase, key?: string | number): ReactNode =>
  h('p', { className: 'text', ...(key === undefined ? {} : { key }), ...spoken(phrase) }, phrase.text);

const blockOf = (block: Block, key: number): ReactNode => {
  switch (block.kind) {
    case 'heading':
      return h(block.level === 1 ? 'h2' : 'h3', { key }, block.text);
    case 'paragraph':
      return h(
        'div',
        { key, className: ['entry', block.change ?? ''].join(' ').trim() },
        block.aside && h('p', { className: 'aside' }, h('bdi', spoken(block.aside), block.aside.text)),
        text(block.phrase),
      );
    case 'list':
      return h(
        'ul',
        { key },
        block.phrases.map((phrase, at) => h('li', { key: at }, text(phrase))),
      );
    case 'facts':
      return h('div', { key }, facts(block.facts));
    case 'notice':
      return h('div', { key, className: 'notice' }, text(block.phrase));
    case 'table':
      return h(
        'table',
        { key },
        h(
          'thead',
          null,
          h(
            'tr',
            null,
            block.head.map((head, at) => h('th', { key: at, scope: 'col' }, head)),
          ),
        ),
        h(
          'tbody',
          null,
          block.rows.map((row, at) =>
            h(
              'tr',
              { key: at },
              row.map((phrase, cell) => h('td', { key: cell }, text(phrase))),
            ),
          ),
        ),
      );
    case 'card':
      // Worn, not read: no situation report holds one.
      return null;
    default:
      return exhaustive(block);
  }
};

const banner = ({ tlp, marking, issuer }: PrintedDocument, where: 'top' | 'end'): ReactNode =>
  h(
    'div',
    { className: `banner ${where}` },
    h('span', null, issuer),
    h('span', { className: `tlp ${tlp.replace('+strict', '')}` }, marking),
  );

/** The page, as a whole document. */
export const renderPage = (document: PrintedDocument): string => {
  const { language, title, reference, madeAt } = document;
  const page = h(
    'html',
    { lang: language, dir: directionOf(language) },
    h(
      'head',
      null,
      h('meta', { charSet: 'utf-8' }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('meta', { name: 'robots', content: 'noindex' }),
      h('title', null, `${title} · ${reference}`),
      h('style', null, style),
    ),
    h(
      'body',
      null,
      banner(document, 'top'),
      h(
        'main',
        null,
        h('h1', null, title),
        h('p', { className: 'made' }, h('bdi', { dir: 'ltr' }, reference), ' · ', h('bdi', null, madeAt)),
        facts(document.facts),
        document.blocks.map(blockOf),
      ),
      banner(document, 'end'),
    ),
  );
  return `<!doctype html>${renderToStaticMarkup(page)}`;
};
