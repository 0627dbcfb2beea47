/**
 * The page of one unit: static HTML for a telephone, which needs nothing else and can be kept. No script, no
 * picture, no address but its own.
 */
import { createHash } from 'node:crypto';
import { createElement as h, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { type Language, languages } from '../../kernel/faults.ts';
import type { PartyId } from '../../kernel/ids.ts';
import { type PrintedDates, printedDates, zoneNames } from '../../plumbing/documents/index.ts';
import { powerWords, specialtyWords } from '../../plumbing/specialties/index.ts';
import type { Duty } from './contract.ts';
import { isSuspended } from './duty.ts';
import { dutyWords } from './duty-words.ts';
import { latest } from './moments.ts';

/** No sign of HTML stands in here. */
const style = `
:root { color-scheme: light dark; --ground: #fff; --text: #1a1b1e; --faint: #545b63; --line: #d5dae0;
  --surface: #f4f6f8; --main: #0b4f6c; --on-main: #fff; --notice: #fff6d6; --notice-text: #4a3b00;
  --alarm: #fde8e6; --alarm-text: #7a1c15; }
@media (prefers-color-scheme: dark) { :root { --ground: #14181d; --text: #e3e7eb; --faint: #aab2bb;
  --line: #3f4852; --surface: #262e37; --main: #84bad3; --on-main: #0b0d10; --notice: #3a3210;
  --notice-text: #f3e3a6; --alarm: #4a1d19; --alarm-text: #ffd5d0; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--text);
  font: 17px/1.55 IBM Plex Sans, IBM Plex Sans Arabic, system-ui, Segoe UI, Noto Sans, Tahoma, sans-serif; }
[lang=ar] body, body[lang=ar] { line-height: 1.8; }
main { max-width: 40rem; margin: 0 auto; padding: 1rem 1rem 5rem; }
header p { margin: 0; color: var(--faint); font-size: .9rem; }
h1 { font-size: 1.5rem; line-height: 1.3; margin: .25rem 0; }
h2 { font-size: 1.05rem; margin: 1.75rem 0 .5rem; padding-block-end: .25rem;
  border-block-end: 2px solid var(--line); }
article { border: 1px solid var(--line); border-radius: 10px; padding: .75rem .9rem; margin-block: .6rem;
  break-inside: avoid; }
article.fresh { border-color: var(--notice-text); border-inline-start-width: 5px; }
article.cancelled { background: var(--surface); color: var(--faint); }
article.cancelled .time { text-decoration: line-through; }
article.suspended { border-color: var(--alarm-text); border-inline-start-width: 5px; }
.tags { display: flex; flex-wrap: wrap; gap: .35rem; margin: .35rem 0 0; }
.time { font-size: 1.25rem; font-weight: 600; margin: 0; font-variant-numeric: tabular-nums; }
.venue { margin: .1rem 0 0; font-weight: 600; }
.tag { display: inline-block; font-size: .85rem; border-radius: 99px; padding: .05rem .6rem;
  background: var(--notice); color: var(--notice-text); }
.tag.suspended { background: var(--alarm); color: var(--alarm-text); }
.tag.cancelled { background: var(--line); color: var(--text); }
dl { margin: .5rem 0 0; display: grid; grid-template-columns: max-content 1fr; gap: .15rem .75rem; }
dt { color: var(--faint); font-size: .9rem; } dd { margin: 0; overflow-wrap: anywhere; }
dd a { color: inherit; white-space: nowrap; }
.alarm { background: var(--alarm); color: var(--alarm-text); border-radius: 8px; padding: .5rem .75rem; }
.notice { background: var(--notice); color: var(--notice-text); border-radius: 8px; padding: .75rem .9rem; }
.notice p { margin: 0 0 .6rem; }
.briefing { white-space: pre-wrap; overflow-wrap: anywhere; background: var(--surface); border-radius: 8px;
  padding: .75rem .9rem; }
button { font: inherit; font-weight: 600; width: 100%; min-height: 3rem; border: 0; border-radius: 8px;
  background: var(--main); color: var(--on-main); cursor: pointer; }
:focus-visible { outline: 3px solid var(--main); outline-offset: 2px; }
nav { display: flex; flex-wrap: wrap; gap: .5rem 1.25rem; margin-block-start: 2rem; }
nav a { color: var(--main); padding-block: .4rem; }
.languages { margin-block: 0 .5rem; justify-content: flex-end; }
.quiet { color: var(--faint); font-size: .9rem; }
@media print { nav, form { display: none; } body { font-size: 11pt; } }
`;

const hash = createHash('sha256').update(style).digest('base64');
/** What the page may do: show itself, and send back that it was read. */
export const dutyPagePolicy = [
  "default-src 'none'",
  `style-src 'sha256-${hash}'`,
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** What the page of a unit shows. */
export interface DutyPage {
  readonly name: string;
  readonly issuer: string;
  readonly language: Language;
  readonly briefing: string | null;
  readonly duties: readonly Duty[];
  /** Whose roster it is. */
  readonly self: PartyId;
  /** Where it is read: the path without anything behind it. */
  readonly path: string;
  /** The zone of the reader where he has no duty yet. */
  readonly now: string;
  /** The language that its reader chose; null where it is the unit's. */
  readonly chosen: Language | null;
}

/** What an address says of the language that was chosen. */
export const inLanguage = (chosen: Language | null): string => (chosen === null ? '' : `?language=${chosen}`);

/** What each language calls itself. */
const ownNames: Readonly<Record<Language, string>> = { ar: 'العربية', fr: 'Français', en: 'English' };

const languageChoice = ({ language, path }: DutyPage): ReactNode =>
  h(
    'nav',
    { className: 'languages', 'aria-label': dutyWords.language[language] },
    languages
      .filter((one) => one !== language)
      .map((one) =>
        h('a', { key: one, href: `${path}${inLanguage(one)}`, lang: one, hrefLang: one }, ownNames[one]),
      ),
  );

const directionOf = (language: Language): 'rtl' | 'ltr' => (language === 'ar' ? 'rtl' : 'ltr');

const row = (label: string, value: ReactNode, key: string): ReactNode[] => [
  h('dt', { key: `${key} label` }, label),
  h('dd', { key: `${key} value` }, value),
];

const contact = ({ name, phone }: Duty['content']['hosts'][number], key: number): ReactNode =>
  h(
    'div',
    { key },
    h('bdi', null, name),
    phone === null ? null : ' · ',
    phone === null ? null : h('a', { href: `tel:${phone.replaceAll(/[^+0-9]/g, '')}`, dir: 'ltr' }, phone),
  );

const rowsOf = ({ content, state }: Duty, language: Language): ReactNode[] => {
  const { task, powers, hosts } = content;
  const rows = row(dutyWords.what[language], specialtyWords[content.specialty][language], 'what');
  if (task !== null) rows.push(...row('', h('bdi', null, task), 'task'));
  if (state === 'cancelled') return rows;
  const named = powers.map((power) => powerWords[power][language]).join(language === 'ar' ? '، ' : ', ');
  if (powers.length > 0) rows.push(...row(dutyWords.powers[language], named, 'powers'));
  if (hosts.length > 0) rows.push(...row(dutyWords.host[language], hosts.map(contact), 'host'));
  return rows;
};

/** What he read before and what is new to him are told apart. */
const newsOf = ({ acknowledgedBefore }: Duty): 'isNew' | 'isChanged' =>
  acknowledgedBefore === null ? 'isNew' : 'isChanged';

const tagOf = (said: 'cancelled' | 'suspended' | 'isNew' | 'isChanged', language: Language): ReactNode =>
  h('span', { key: said, className: `tag ${said}` }, dutyWords[said][language]);

const dutyOf = (duty: Duty, { language, self }: DutyPage, dates: PrintedDates): ReactNode => {
  const said = [
    ...(duty.state === 'cancelled' ? (['cancelled'] as const) : []),
    ...(isSuspended(duty, self) ? (['suspended'] as const) : []),
    ...(duty.acknowledgedAt === null && duty.state === 'standing' ? [newsOf(duty)] : []),
  ];
  const classes = [...said, ...(duty.acknowledgedAt === null ? ['fresh'] : [])].join(' ');
  return h(
    'article',
    { key: duty.uid, ...(classes === '' ? {} : { className: classes }) },
    // The hour at which it begins is read first: in Arabic it stands on the right.
    h('p', { className: 'time', dir: directionOf(language) }, dates.times(duty.startsAt, duty.endsAt)),
    h('p', { className: 'venue' }, h('bdi', null, duty.content.venue)),
    said.length === 0
      ? null
      : h(
          'p',
          { className: 'tags' },
          said.map((one) => tagOf(one, language)),
        ),
    isSuspended(duty, self) ? h('p', { className: 'alarm' }, dutyWords.hostMissing[language]) : null,
    h('dl', null, rowsOf(duty, language)),
  );
};

/** The latest moment at which any of it was told: what is acknowledged is what stood on the page. */
export const toldBy = (duties: readonly Pick<Duty, 'toldAt'>[]): string =>
  latest(duties.map(({ toldAt }) => toldAt));

const acknowledgement = ({ duties, language, path, chosen }: DutyPage): ReactNode => {
  const isRead = duties.every(({ acknowledgedAt }) => acknowledgedAt !== null);
  if (duties.length === 0) return null;
  if (isRead) return h('p', { className: 'quiet' }, dutyWords.acknowledged[language]);
  return h(
    'form',
    { className: 'notice', method: 'post', action: `${path}/acknowledge${inLanguage(chosen)}` },
    h('p', null, dutyWords.acknowledgeTeach[language]),
    h('input', { type: 'hidden', name: 'toldBy', value: toldBy(duties) }),
    h('button', { type: 'submit' }, dutyWords.acknowledge[language]),
  );
};

/** Duties by the day on which they begin, in order. */
const byDay = (duties: readonly Duty[], dates: PrintedDates): ReadonlyMap<string, readonly Duty[]> => {
  const days = new Map<string, Duty[]>();
  for (const duty of duties) {
    const day = dates.day(duty.startsAt);
    days.set(day, [...(days.get(day) ?? []), duty]);
  }
  return days;
};

const links = ({ language, path, chosen }: DutyPage): ReactNode => {
  const to = (file: string): string => `${path}/${file}${inLanguage(chosen)}`;
  return h(
    'nav',
    null,
    h('a', { href: to('duties.ics') }, dutyWords.calendar[language]),
    h('a', { href: to('duties.pdf') }, dutyWords.paper[language]),
    h('a', { href: to('duties.html') }, dutyWords.keep[language]),
  );
};

const document = (language: Language, title: string, body: ReactNode): string => {
  const head = h(
    'head',
    null,
    h('meta', { charSet: 'utf-8' }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('meta', { name: 'robots', content: 'noindex' }),
    h('title', null, title),
    h('style', null, style),
  );
  const page = h(
    'html',
    { lang: language, dir: directionOf(language) },
    head,
    h('body', { lang: language }, body),
  );
  return `<!doctype html>${renderToStaticMarkup(page)}`;
};

/** The page as HTML. */
export const renderDutyPage = (page: DutyPage): string => {
  const { duties, language } = page;
  const zone = duties[0]?.content.zone ?? 'UTC';
  const dates = printedDates(language, zone);
  const title = dutyWords.title[language];
  const days = [...byDay(duties, dates)].map(([day, those]) =>
    h(
      'section',
      { key: day },
      h('h2', null, h('bdi', null, day)),
      those.map((duty) => dutyOf(duty, page, dates)),
    ),
  );
  const body = h(
    'main',
    null,
    languageChoice(page),
    h(
      'header',
      null,
      h('p', null, h('bdi', null, `${page.issuer} · ${duties[0]?.content.event ?? ''}`)),
      h('h1', null, title),
      h('p', null, h('bdi', null, page.name)),
      h('p', null, `${dutyWords.made[language]} ${dates.moment(page.now)}`),
      h('p', null, dutyWords.zone[language].replace('{zone}', zoneNames(zone)[language])),
    ),
    acknowledgement(page),
    page.briefing === null
      ? null
      : h(
          'section',
          null,
          h('h2', null, dutyWords.briefing[language]),
          h('div', { className: 'briefing', dir: 'auto' }, page.briefing),
        ),
    duties.length === 0 ? h('p', null, dutyWords.none[language]) : days,
    links(page),
    h('p', { className: 'quiet' }, dutyWords.marking[language]),
  );
  return document(language, title, body);
};

/** What is shown where a link is no longer good, or never was: alike, in all three languages. */
export const renderGone = (): string =>
  document(
    'en',
    dutyWords.title.en,
    h(
      'main',
      null,
      (['ar', 'fr', 'en'] as const).map((language) =>
        h('p', { key: language, lang: language, dir: directionOf(language) }, dutyWords.gone[language]),
      ),
    ),
  );
