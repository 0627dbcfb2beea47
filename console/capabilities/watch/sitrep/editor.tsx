import { ActionIcon, Button, Group, NativeSelect, Text, Textarea } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react';
import {
  type Paragraph,
  type Section,
  sitrepLimits,
} from '../../../../server/capabilities/watch/sitrep/contract.ts';
import { languages } from '../../../../server/kernel/faults.ts';
import { ErrorNotice } from '../../../kit/error-notice.tsx';
import { useReading, useWords } from '../../../kit/language.tsx';
import { useToasts } from '../../../kit/toasts.tsx';
import { changeSection, moved, type Sections, type useDraft } from './draft.ts';
import { HeadFields } from './head-fields.tsx';
import { Aside, languageChoices } from './parts.tsx';
import styles from './sitrep.module.css';
import { sitrepWords } from './sitrep-words.ts';

interface ParagraphNeeds {
  readonly paragraph: Paragraph;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onChange: (paragraph: Paragraph) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onDrop: () => void;
}

const Tools = ({ isFirst, isLast, onMove, onDrop }: ParagraphNeeds) => {
  const say = useWords(sitrepWords);
  const tools = [
    { name: say('up'), icon: IconArrowUp, off: isFirst, run: () => onMove(-1) },
    { name: say('down'), icon: IconArrowDown, off: isLast, run: () => onMove(1) },
    { name: say('drop'), icon: IconX, off: false, run: onDrop },
  ];
  return (
    <span className={styles.tools}>
      {tools.map(({ name, icon: Icon, off, run }) => (
        <ActionIcon
          key={name}
          variant="subtle"
          color="gray"
          aria-label={name}
          title={name}
          disabled={off}
          onClick={run}
        >
          <Icon size={16} aria-hidden />
        </ActionIcon>
      ))}
    </span>
  );
};

const ParagraphField = (needs: ParagraphNeeds) => {
  const { paragraph, onChange } = needs;
  const say = useWords(sitrepWords);
  return (
    <li className={styles.paragraph}>
      <div className={styles.aside}>
        <Aside source={paragraph.source} />
        {paragraph.source === null && (
          <NativeSelect
            size="xs"
            aria-label={say('textLanguage')}
            value={paragraph.language}
            data={languageChoices}
            onChange={({ currentTarget: { value } }) =>
              onChange({
                ...paragraph,
                language: languages.find((language) => language === value) ?? paragraph.language,
              })
            }
          />
        )}
        <Tools {...needs} />
      </div>
      <Textarea
        mt={4}
        rows={2}
        aria-label={say('paragraph')}
        lang={paragraph.language}
        dir="auto"
        maxLength={sitrepLimits.paragraphText}
        value={paragraph.text}
        onChange={(event) => onChange({ ...paragraph, text: event.currentTarget.value })}
      />
    </li>
  );
};

interface SectionNeeds {
  readonly section: Section;
  readonly onChange: (change: (paragraphs: readonly Paragraph[]) => readonly Paragraph[]) => void;
}

const SectionField = ({ section: { key, paragraphs }, onChange }: SectionNeeds) => {
  const say = useWords(sitrepWords);
  const { language } = useReading();
  const show = useToasts();
  const add = (): void =>
    onChange((before) => [...before, { id: crypto.randomUUID(), text: '', language, source: null }]);
  const drop = (paragraph: Paragraph, at: number): void => {
    onChange((before) => before.filter(({ id }) => id !== paragraph.id));
    show({ text: say('dropped'), undo: () => onChange((before) => before.toSpliced(at, 0, paragraph)) });
  };
  return (
    <section className={styles.section} aria-label={say(`section-${key}`)}>
      <Text component="h2" size="md" fw={600} m={0} mb={6}>
        {say(`section-${key}`)}
      </Text>
      <ol className={styles.paragraphs}>
        {paragraphs.map((paragraph, at) => (
          <ParagraphField
            key={paragraph.id}
            paragraph={paragraph}
            isFirst={at === 0}
            isLast={at === paragraphs.length - 1}
            onChange={(next) => onChange((before) => before.map((one) => (one.id === next.id ? next : one)))}
            onMove={(by) => onChange((before) => moved(before, at, by))}
            onDrop={() => drop(paragraph, at)}
          />
        ))}
      </ol>
      <Button
        mt={6}
        size="compact-sm"
        variant="subtle"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={add}
      >
        {say('addText')}
      </Button>
    </section>
  );
};

/** The draft, section by section. What is written is kept on the node a moment later. */
export const Editor = ({ draft }: { draft: ReturnType<typeof useDraft> }) => {
  const say = useWords(sitrepWords);
  const { head, sections, change, changeHead, isDirty, isPending, error, retry } = draft;
  const state = isPending ? 'saving' : isDirty ? 'unsaved' : 'saved';
  return (
    <div>
      <Group justify="space-between" mb="xs">
        <Text size="sm" c="dimmed" role="status">
          {say(state)}
        </Text>
      </Group>
      {error ? <ErrorNotice error={error} onRetry={retry} /> : null}
      {head && <HeadFields head={head} onChange={changeHead} />}
      {sections.map((section) => (
        <SectionField
          key={section.key}
          section={section}
          onChange={(next) => change((before: Sections) => changeSection(before, section.key, next))}
        />
      ))}
    </div>
  );
};
