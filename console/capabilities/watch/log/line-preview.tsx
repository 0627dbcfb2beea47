import { Badge } from '@mantine/core';
import type { EntryDefaults } from '../../../../server/capabilities/watch/log/contract.ts';
import {
  type CommandName,
  commandNames,
  commands,
  type ReadLine,
  type Told,
  toldMoment,
} from '../../../../server/capabilities/watch/log/line-contract.ts';
import { useDates } from '../../../kit/date-time.tsx';
import { usePick, useReading, useWords } from '../../../kit/language.tsx';
import { terms } from '../../../kit/terms.ts';
import { TlpLabel } from '../../../kit/tlp-label.tsx';
import styles from './log.module.css';
import { logWords } from './log-words.ts';

/** The name of a command in the reader's language: each has one in each. */
export const useCommandName = (): ((command: CommandName) => string) => {
  const { language } = useReading();
  return (command) => {
    const names: readonly string[] = commandNames[command];
    const arabic = names.find((name) => /\p{Script=Arabic}/u.test(name));
    const latin = names.filter((name) => !/\p{Script=Arabic}/u.test(name));
    // «heure» is said in full; «à» is only typed.
    const french = latin.findLast((name) => name.length > 1);
    return (language === 'ar' ? arabic : language === 'fr' ? french : latin[0]) ?? latin[0] ?? command;
  };
};

/** Commands that begin as the word at the end of the line does; none where it is no command. */
export const useSuggestions = (line: string): readonly CommandName[] => {
  const typed = /(?:^|\s)\/(\p{L}*)$/u.exec(line)?.[1]?.toLowerCase();
  if (typed === undefined) return [];
  return commands.filter((command) => commandNames[command].some((name) => name.startsWith(typed)));
};

const Chip = ({ name, children }: { name?: string; children: React.ReactNode }) => (
  <Badge variant="default" tt="none" fw={400} size="lg">
    {name && `${name}: `}
    <bdi>{children}</bdi>
  </Badge>
);

const toldOf = (read: ReadLine, defaults: EntryDefaults | undefined): Told | null =>
  read.at === undefined || defaults === undefined
    ? null
    : toldMoment(read.at, defaults.timeZone, new Date().toISOString());

const Wrong = ({ children }: { children: React.ReactNode }) => (
  <Badge variant="default" c="var(--mantine-color-error)" tt="none" size="lg">
    {children}
  </Badge>
);

interface PreviewNeeds {
  readonly read: ReadLine;
  readonly defaults: EntryDefaults | undefined;
  /** The command at the end of the line, while it may still become one. */
  readonly typing: string | null;
}

/** How the line is read, as it is typed; what is wrong with it, in red. */
export const LinePreview = ({ read, defaults, typing }: PreviewNeeds) => {
  const say = useWords(logWords);
  const pick = usePick();
  const dates = useDates();
  const told = toldOf(read, defaults);
  return (
    <div className={styles.chips} role="status">
      {told?.kind === 'happened' && <Chip name={say('command-at')}>{dates.moment(told.at)}</Chip>}
      {told?.kind === 'ahead' && <Wrong>{say('problem-ahead', { time: dates.moment(told.at) })}</Wrong>}
      {read.kind && <Chip>{say(`kind-${read.kind}`)}</Chip>}
      {read.place && <Chip name={say('command-place')}>{read.place}</Chip>}
      {read.event && <Chip name={say('command-event')}>{read.event}</Chip>}
      {read.circle && <Chip name={say('circle')}>{read.circle === '-' ? say('ownAlone') : read.circle}</Chip>}
      {read.tlp && <TlpLabel tlp={read.tlp} />}
      {read.grading && <Chip>{`${read.grading.source}${read.grading.information}`}</Chip>}
      {read.categories.map((category) => (
        <Chip key={category}>{pick(terms.personCategories[category])}</Chip>
      ))}
      {read.corrects !== undefined && <Chip>{say('corrects', { number: String(read.corrects) })}</Chip>}
      {read.pin && <Chip>{say('pinned')}</Chip>}
      {read.alert && <Chip>{say('command-alert')}</Chip>}
      {read.problems
        .filter(({ said }) => said !== typing)
        .map(({ rule, said }) => (
          <Wrong key={`${rule}${said}`}>{say(`problem-${rule}`, { said })}</Wrong>
        ))}
    </div>
  );
};
