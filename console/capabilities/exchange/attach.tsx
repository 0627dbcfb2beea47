/** Files of a draft: chosen or dropped, sent with progress, restricted, removed and brought back. */
import { Button, Fieldset, FileButton, Group, Paper, Progress, Stack, Text } from '@mantine/core';
import { IconPaperclip, IconTrash, IconX } from '@tabler/icons-react';
import { type DragEvent, useEffect, useState } from 'react';
import { attachmentLimits } from '../../../server/capabilities/exchange/attachments/contract.ts';
import { ErrorNotice } from '../../kit/error-notice.tsx';
import { useWords } from '../../kit/language.tsx';
import { Name } from '../../kit/name.tsx';
import { useToasts } from '../../kit/toasts.tsx';
import { FileRow, useFileName } from './attachment-parts.tsx';
import { attachmentWords } from './attachment-words.ts';
import type { Draft } from './draft.ts';
import { attachmentOf, type DraftAttachment } from './draft-attachments.ts';
import { useDraftRecipients } from './recipients.tsx';
import type { Withholding } from './subject-kinds.ts';
import { type Uploading, type Uploads, useUploads } from './uploads.ts';
import { WithholdingEditor } from './withholding.tsx';

interface Needs {
  readonly draft: Draft;
  readonly onChange: (change: (before: Draft) => Draft) => void;
  /** True while files are on their way: the draft would be saved without them. */
  readonly onBusy: (busy: boolean) => void;
}

const withAttachments = (draft: Draft, attachments: readonly DraftAttachment[]): Draft => ({
  ...draft,
  attachments,
});

const Dropping = ({ onFiles }: { onFiles: (files: readonly File[]) => void }) => {
  const say = useWords(attachmentWords);
  const [over, setOver] = useState(false);
  const drag = (isOver: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(isOver);
  };
  return (
    <Paper
      withBorder
      p="md"
      style={{ borderStyle: 'dashed', borderColor: over ? 'var(--mantine-color-anchor)' : undefined }}
      bg={over ? 'var(--surface)' : undefined}
      onDragOver={drag(true)}
      onDragLeave={drag(false)}
      onDrop={(event) => {
        drag(false)(event);
        onFiles([...event.dataTransfer.files]);
      }}
    >
      <Group justify="center" gap="sm">
        <IconPaperclip size={22} aria-hidden />
        <Text size="sm">{say('drop')}</Text>
        <FileButton multiple onChange={onFiles}>
          {(props) => (
            <Button {...props} size="compact-md" variant="default">
              {say('choose')}
            </Button>
          )}
        </FileButton>
      </Group>
    </Paper>
  );
};

interface WayNeeds {
  readonly one: Uploading;
  readonly name: string;
  readonly uploads: Uploads;
}

const Failed = ({ one, name, uploads }: WayNeeds) => {
  const say = useWords(attachmentWords);
  return (
    <Paper withBorder p="sm">
      <Stack gap="xs">
        <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
          <Name>{name}</Name>
        </Text>
        <ErrorNotice error={one.error} onRetry={() => uploads.retry(one.key)} />
        <div>
          <Button size="compact-sm" variant="default" onClick={() => uploads.drop(one.key)}>
            {say('dismiss')}
          </Button>
        </div>
      </Stack>
    </Paper>
  );
};

const OnItsWay = ({ one, name, uploads }: WayNeeds) => {
  const say = useWords(attachmentWords);
  return (
    <Paper withBorder p="sm">
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {say('uploading', { name })}
        </Text>
        <Button
          size="compact-sm"
          variant="default"
          style={{ flexShrink: 0 }}
          aria-label={say('cancelOf', { name })}
          leftSection={<IconX size={14} aria-hidden />}
          onClick={() => uploads.drop(one.key)}
        >
          {say('cancel')}
        </Button>
      </Group>
      <Progress
        value={Math.max(0, one.share) * 100}
        animated={one.share >= 1}
        size="md"
        mt={6}
        aria-label={say('progressOf', { name })}
      />
      {one.share >= 1 && (
        <Text size="sm" c="dimmed">
          {say('checking')}
        </Text>
      )}
    </Paper>
  );
};

/** A file that is being sent, or could not be. */
export const Way = (needs: WayNeeds) =>
  needs.one.error === null ? <OnItsWay {...needs} /> : <Failed {...needs} />;

/** Taken out of the draft with what was said of it; undone without a second upload. */
const useRemoval = (onChange: Needs['onChange'], isOf: (entry: Draft['withheld'][number]) => boolean) => {
  const say = useWords(attachmentWords);
  const show = useToasts();
  const nameOf = useFileName();
  return (one: DraftAttachment, withheld: Draft['withheld']): void => {
    const without = (all: Draft['attachments'] = []) =>
      all.filter(({ artifact }) => artifact !== one.artifact);
    onChange((before) => ({
      ...withAttachments(before, without(before.attachments)),
      withheld: before.withheld.filter((entry) => !isOf(entry)),
    }));
    const undo = (): void =>
      onChange((before) => ({
        ...withAttachments(before, [...without(before.attachments), one]),
        withheld: [...before.withheld, ...withheld],
      }));
    show({ text: say('removed', { name: nameOf(one.name) }), undo });
  };
};

const Attached = ({ one, draft, onChange }: { one: DraftAttachment } & Omit<Needs, 'onBusy'>) => {
  const say = useWords(attachmentWords);
  const nameOf = useFileName();
  const recipients = useDraftRecipients(draft);
  const ids = one.objects.map((object) => String(object.id));
  const isOf = ({ object }: Draft['withheld'][number]): boolean => ids.includes(object);
  const withheld = draft.withheld.filter(isOf);
  const remove = useRemoval(onChange, isOf);
  // Bytes and name together: one without the other would still say that there is a file.
  const restrict = (value: readonly Withholding[]): void =>
    onChange((before) => ({
      ...before,
      withheld: [
        ...before.withheld.filter((entry) => !isOf(entry)),
        ...value.flatMap(({ selector, except }) =>
          ids.map((object) => ({ object, selector, except: [...except] })),
        ),
      ],
    }));
  return (
    <Paper withBorder p="sm">
      <FileRow
        file={one}
        actions={
          <Button
            size="compact-sm"
            variant="subtle"
            color="red.9"
            c="var(--mantine-color-error)"
            aria-label={say('removeOf', { name: nameOf(one.name) })}
            leftSection={<IconTrash size={14} aria-hidden />}
            onClick={() => remove(one, withheld)}
          >
            {say('remove')}
          </Button>
        }
      >
        <WithholdingEditor
          parts={[{ selector: null, label: say('whole') }]}
          recipients={recipients}
          value={withheld.filter(({ object }) => object === one.artifact)}
          onChange={restrict}
        />
      </FileRow>
    </Paper>
  );
};

/** What keeps files from being sent, said before they are. */
const useSorting = () => {
  const say = useWords(attachmentWords);
  const nameOf = useFileName();
  return (files: readonly File[], taken: number) => {
    const problems: string[] = [];
    const fitting = files.filter(({ name, size }) => {
      if (size > attachmentLimits.fileBytes) problems.push(say('tooLarge', { name: nameOf(name) }));
      return size <= attachmentLimits.fileBytes;
    });
    const room = Math.max(0, attachmentLimits.perItem - taken);
    if (fitting.length > room) problems.push(say('tooMany'));
    return { files: fitting.slice(0, room), problems };
  };
};

/** The part of the form for files. */
export const AttachmentsPart = ({ draft, onChange, onBusy }: Needs) => {
  const say = useWords(attachmentWords);
  const sort = useSorting();
  const nameOf = useFileName();
  const [problems, setProblems] = useState<readonly string[]>([]);
  const attachments = draft.attachments ?? [];
  const uploads = useUploads((made) => {
    const one = attachmentOf(made);
    const twin = attachments.find(({ artifact }) => artifact === one.artifact);
    if (twin) setProblems([say('twice', { name: nameOf(twin.name) })]);
    else onChange((before) => withAttachments(before, [...(before.attachments ?? []), one]));
  });
  const { isBusy } = uploads;
  useEffect(() => onBusy(isBusy), [isBusy, onBusy]);
  const add = (files: readonly File[]): void => {
    const sorted = sort(files, attachments.length + uploads.all.length);
    setProblems(sorted.problems);
    uploads.add(sorted.files);
  };
  return (
    <Fieldset legend={say('title')}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {say('teach')}
        </Text>
        {attachments.map((one) => (
          <Attached key={one.artifact} one={one} draft={draft} onChange={onChange} />
        ))}
        {uploads.all.map((one) => (
          <Way key={one.key} one={one} name={nameOf(one.file.name)} uploads={uploads} />
        ))}
        {problems.length > 0 && (
          <Text role="alert" size="sm" c="var(--mantine-color-error)" fw={600}>
            {problems.join(' ')}
          </Text>
        )}
        <Dropping onFiles={add} />
        {isBusy && (
          <Text size="sm" role="status">
            {say('wait')}
          </Text>
        )}
      </Stack>
    </Fieldset>
  );
};
