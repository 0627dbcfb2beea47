import { Button, Group, NativeSelect, Paper, Stack, Text, Textarea, UnstyledButton } from '@mantine/core';
import { type DragEvent, type KeyboardEvent, type RefObject, useMemo, useState } from 'react';
import type { EntryDraft } from '../../../../server/capabilities/watch/log/contract.ts';
import { type CommandName, readLine } from '../../../../server/capabilities/watch/log/line-contract.ts';
import { type Tlp, tlps } from '../../../../server/kernel/marking.ts';
import { useZoneName } from '../../../kit/date-time.tsx';
import { ErrorNotice } from '../../../kit/error-notice.tsx';
import { usePick, useReading, useWords } from '../../../kit/language.tsx';
import { useShortcuts } from '../../../kit/shortcuts.tsx';
import { tlpText } from '../../../kit/tlp-label.tsx';
import { useToasts } from '../../../kit/toasts.tsx';
import { useCircles } from '../../agreements/queries.ts';
import { useMe } from '../../parties/session.ts';
import { AttachButtons, WaitingFiles } from './attach-part.tsx';
import { attachmentsOf, useAttaching } from './attaching.ts';
import { LinePreview, useCommandName, useSuggestions } from './line-preview.tsx';
import styles from './log.module.css';
import { logWords } from './log-words.ts';
import { useLogDefaults, useWriteEntry } from './queries.ts';

interface SuggestionNeeds {
  readonly found: readonly CommandName[];
  readonly onPick: (command: CommandName) => void;
}

/** The commands that may be meant, each with what it is for; Tab takes the first. */
const Suggestions = ({ found, onPick }: SuggestionNeeds) => {
  const say = useWords(logWords);
  const nameOf = useCommandName();
  if (found.length === 0) return null;
  return (
    <Group gap={6} role="group" aria-label={say('commands')}>
      {found.map((command) => (
        <UnstyledButton key={command} className={styles.command} onClick={() => onPick(command)}>
          <Text size="sm" component="span">
            <Text
              component="bdi"
              fw={600}
              c="var(--mantine-color-anchor)"
              inherit
            >{`/${nameOf(command)}`}</Text>{' '}
            <Text component="span" c="dimmed" inherit>
              {say(`command-${command}`)}
            </Text>
          </Text>
        </UnstyledButton>
      ))}
    </Group>
  );
};

/** Circle and label as picked; undefined where the default holds. */
interface Picked {
  readonly circle?: string;
  readonly tlp?: Tlp;
}

interface PickNeeds {
  readonly picked: Picked;
  readonly onPick: (picked: Picked) => void;
}

const Pickers = ({ picked, onPick }: PickNeeds) => {
  const say = useWords(logWords);
  const pick = usePick();
  const me = useMe();
  const defaults = useLogDefaults(true).data;
  const circles = (useCircles().data ?? []).filter(({ members }) => members.includes(me.party.id));
  return (
    <>
      <NativeSelect
        size="xs"
        aria-label={say('circle')}
        value={picked.circle ?? defaults?.circle ?? ''}
        data={[
          { value: '', label: say('ownAlone') },
          ...circles.map(({ id, name }) => ({ value: id, label: pick(name) })),
        ]}
        onChange={(event) => onPick({ ...picked, circle: event.currentTarget.value })}
      />
      <NativeSelect
        size="xs"
        aria-label={say('label')}
        value={picked.tlp ?? defaults?.marking.tlp ?? 'amber'}
        data={tlps.map((value) => ({ value, label: tlpText(value) }))}
        onChange={(event) => {
          const tlp = tlps.find((entry) => entry === event.currentTarget.value);
          if (tlp) onPick({ ...picked, tlp });
        }}
      />
    </>
  );
};

/** What goes to the node: only what was picked; the rest it fills in itself. A correction takes all over. */
const draftOf = (
  line: string,
  language: EntryDraft['language'],
  picked: Picked,
  circleIds: ReadonlyMap<string, EntryDraft['circle']>,
): EntryDraft => {
  const read = readLine(line);
  if (read.corrects !== undefined) return { line, language };
  return {
    line,
    language,
    ...(picked.circle === undefined ? {} : { circle: circleIds.get(picked.circle) ?? null }),
    ...(picked.tlp === undefined || read.tlp !== undefined ? {} : { marking: { tlp: picked.tlp } }),
  };
};

const useCircleIds = () => {
  const { data } = useCircles();
  return useMemo(() => new Map((data ?? []).map(({ id }) => [String(id), id])), [data]);
};

interface Needs {
  readonly line: string;
  readonly onLine: (line: string) => void;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  /** The line asked for an alert as well. */
  readonly onAlert: (entry: string) => void;
}

/** The line with what was picked beside it, and the ways to complete and to send it. */
const useLine = ({ line, onLine, field, onAlert }: Needs) => {
  const say = useWords(logWords);
  const { language } = useReading();
  const show = useToasts();
  const nameOf = useCommandName();
  const [picked, setPicked] = useState<Picked>({});
  const circleIds = useCircleIds();
  const write = useWriteEntry();
  const attaching = useAttaching();
  const found = useSuggestions(line);
  const read = useMemo(() => readLine(line), [line]);
  const typing = found.length > 0 ? (/\/\p{L}*$/u.exec(line)?.[0] ?? null) : null;
  const isWhole = read.text !== '' && read.problems.length === 0 && !attaching.uploads.isBusy;
  const submit = (): void => {
    if (!isWhole || write.isPending) return;
    const draft = draftOf(line, language, picked, circleIds);
    write.mutate(
      { ...draft, ...attachmentsOf(attaching.waiting) },
      {
        onSuccess: (entry) => {
          onLine('');
          setPicked({});
          attaching.clear();
          show({ text: say('entered', { number: String(entry.number) }) });
          if (read.alert) onAlert(entry.id);
        },
      },
    );
  };
  const complete = (command: CommandName): void => {
    onLine(line.replace(/\/\p{L}*$/u, `/${nameOf(command)} `));
    field.current?.focus();
  };
  return { picked, setPicked, write, attaching, found, read, typing, isWhole, submit, complete };
};

type Line = ReturnType<typeof useLine>;

const Field = ({ line, onLine, field, state }: Needs & { readonly state: Line }) => {
  const say = useWords(logWords);
  const onKey = (event: KeyboardEvent): void => {
    const [first] = state.found;
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      state.submit();
    } else if (event.key === 'Tab' && !event.shiftKey && first !== undefined && !line.endsWith('/')) {
      event.preventDefault();
      state.complete(first);
    }
  };
  return (
    <Textarea
      ref={field}
      className={styles.line}
      aria-label={say('write')}
      placeholder={say('write')}
      description={say('writeHint')}
      inputWrapperOrder={['input', 'description']}
      // As long as no letter says from which side the line is written, it is the screen's.
      dir={/\p{L}/u.test(line) ? 'auto' : undefined}
      rows={1}
      maxLength={6_000}
      value={line}
      onChange={(event) => onLine(event.currentTarget.value)}
      onKeyDown={onKey}
      onPaste={(event) => {
        const files = [...event.clipboardData.files];
        if (files.length === 0) return;
        event.preventDefault();
        state.attaching.add(files);
      }}
    />
  );
};

/** Files that are dropped on it are taken; `over` while they hang above. */
const useDropping = (take: (files: readonly File[]) => void) => {
  const [over, setOver] = useState(false);
  const drag = (isOver: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(isOver);
  };
  const onDrop = (event: DragEvent): void => {
    drag(false)(event);
    take([...event.dataTransfer.files]);
  };
  return { over, handlers: { onDragOver: drag(true), onDragLeave: drag(false), onDrop } };
};

/** One line to write in: text and commands, read as they are typed. */
export const Composer = (needs: Needs) => {
  const { line, field } = needs;
  const say = useWords(logWords);
  const zoneName = useZoneName();
  const defaults = useLogDefaults(true).data;
  const state = useLine(needs);
  const { over, handlers } = useDropping(state.attaching.add);
  const shortcuts = useMemo(
    () => [{ keys: 'n', label: say('shortcutWrite'), run: () => field.current?.focus() }],
    [say, field],
  );
  useShortcuts(shortcuts);
  return (
    <Paper withBorder p="sm" className={over ? styles.over : undefined} {...handlers}>
      <Stack gap="xs">
        <Field {...needs} state={state} />
        <Suggestions found={state.found} onPick={state.complete} />
        {line.trim() !== '' && <LinePreview read={state.read} defaults={defaults} typing={state.typing} />}
        <WaitingFiles attaching={state.attaching} lineIsEmpty={state.read.text === ''} />
        {state.write.error ? <ErrorNotice error={state.write.error} /> : null}
        <Group gap="xs" justify="space-between">
          <Group gap="xs">
            <Pickers picked={state.picked} onPick={state.setPicked} />
            <AttachButtons attaching={state.attaching} />
            {defaults && (
              <Text size="xs" c="dimmed">
                {say('wall', { zone: zoneName(defaults.timeZone) })}
              </Text>
            )}
          </Group>
          <Button onClick={state.submit} disabled={!state.isWhole} loading={state.write.isPending}>
            {say('enter')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
};
