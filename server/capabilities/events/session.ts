/** What a session is found by, and what must hold of it. Pure. */
import { fold } from '../../plumbing/search/index.ts';
import type { SessionDraft } from './session-contract.ts';

/** Words of a question that are looked for; more would be a text. */
const mostWords = 12;

/** The folded text in which the words of a question are looked for. */
export const foundBy = (session: SessionDraft): string =>
  fold(
    [
      ...[session.code, session.title, session.discipline ?? '', session.phase ?? '', ...session.nations],
      ...session.units.flatMap(({ code, title }) => [code, title]),
    ].join(' '),
  );

/** The words of a question, as they are looked for. */
export const wordsOfQuestion = (question: string): readonly string[] =>
  fold(question)
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, mostWords);

/** What is wrong with a session: the names of its fields; none where it is sound. */
export const sessionErrors = (session: SessionDraft): readonly string[] => {
  const { startsAt, endsAt, units, expectedSpectators, spectators } = session;
  const counted = expectedSpectators.reduce((sum, { count }) => sum + count, 0);
  const nations = new Set(expectedSpectators.map(({ nation }) => nation));
  const codes = new Set(units.map(({ code }) => code));
  return [
    ...(Date.parse(endsAt) >= Date.parse(startsAt) ? [] : ['times']),
    ...(spectators !== null && counted > spectators ? ['spectators'] : []),
    ...(nations.size === expectedSpectators.length ? [] : ['spectators']),
    ...(codes.size === units.length &&
    units.every((one) => Date.parse(one.endsAt) >= Date.parse(one.startsAt))
      ? []
      : ['units']),
  ];
};
