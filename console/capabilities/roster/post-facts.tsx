/** What a post asks: of whom, of how many, where, when, and how much it matters. */
import type { ReactNode } from 'react';
import { powerWords } from '../../../server/capabilities/roster/contract.ts';
import { usePick, useReading, useWords } from '../../kit/language.tsx';
import type { Bar } from './board.ts';
import { useBoard } from './board-context.ts';
import { editWords } from './edit-words.ts';
import { explainWords } from './explain-words.ts';
import styles from './panel.module.css';
import { useTimes } from './times.ts';
import { rosterWords } from './words.ts';

const Fact = ({ label, children }: { label: string; children: ReactNode }) => (
  <>
    <dt>{label}</dt>
    <dd>
      <bdi>{children}</bdi>
    </dd>
  </>
);

const useRequired = ({ requirement }: Bar['post']) => {
  const { language, locale } = useReading();
  const pick = usePick();
  const names = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' });
  const list = (values: readonly string[]): string => values.join(language === 'ar' ? '، ' : ', ');
  return {
    languages: list(requirement.languages.map((code) => names.of(code) ?? code)),
    skills: list(requirement.skills),
    powers: list(requirement.powers.map((power) => pick(powerWords[power]))),
  };
};

export const PostFacts = ({ post }: { post: Bar['post'] }) => {
  const { board } = useBoard();
  const roster = useWords(rosterWords);
  const say = useWords(explainWords);
  const edit = useWords(editWords);
  const times = useTimes();
  const required = useRequired(post);
  const { quantity, minSize = 1, priority } = post;
  const held = board.bars.filter((bar) => bar.post.id === post.id && bar.unit !== null).length;
  const size = minSize > 1 ? say('ofAtLeast', { count: minSize }) : '';
  const wanted = [
    `${say('unitsWanted', { count: quantity })} ${size}`.trim(),
    say('heldBy', { count: held }),
  ];
  return (
    <dl className={styles.facts}>
      <Fact label={roster('post')}>
        {[times.specialty(post), post.name ?? ''].filter(Boolean).join(' · ')}
      </Fact>
      <Fact label={roster('when')}>{times.span(Date.parse(post.from), Date.parse(post.to))}</Fact>
      <Fact label={say('headcount')}>{wanted.join(' · ')}</Fact>
      <Fact label={roster('priority')}>
        {say(priority === 1 ? 'topPriority' : 'priorityOf', { priority })}
      </Fact>
      {(['languages', 'skills', 'powers'] as const).map((key) => (
        <Fact key={key} label={say(key)}>
          {required[key] === '' ? say('noCondition') : required[key]}
        </Fact>
      ))}
      {post.needsHostPair && <Fact label={say('hostPair')}>{edit('needsHost')}</Fact>}
    </dl>
  );
};
