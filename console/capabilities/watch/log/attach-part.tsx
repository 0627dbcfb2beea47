import { Button, FileButton, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconCamera, IconPaperclip, IconTrash } from '@tabler/icons-react';
import { watchLimits } from '../../../../server/capabilities/watch/contract.ts';
import { useFileSize } from '../../../kit/file-size.tsx';
import { useWords } from '../../../kit/language.tsx';
import { useToasts } from '../../../kit/toasts.tsx';
import { Way } from '../../exchange/attach.tsx';
import { FileRow, useFileName } from '../../exchange/attachment-parts.tsx';
import { attachmentWords } from '../../exchange/attachment-words.ts';
import type { Attaching, Waiting } from './attaching.ts';
import { fileWords } from './file-words.ts';
import styles from './log.module.css';

const One = ({ one, attaching }: { one: Waiting; attaching: Attaching }) => {
  const say = useWords(fileWords);
  const sayFile = useWords(attachmentWords);
  const nameOf = useFileName();
  const show = useToasts();
  const { upload, description } = one;
  const name = nameOf(upload.name);
  const isPicture = upload.mimeType.startsWith('image/');
  const remove = (): void => {
    attaching.remove(upload.id);
    show({ text: sayFile('removed', { name }), undo: () => attaching.restore(one) });
  };
  return (
    <li className={styles.waiting}>
      <FileRow
        file={upload}
        actions={
          <Button
            size="compact-sm"
            variant="subtle"
            color="red.9"
            c="var(--mantine-color-error)"
            aria-label={sayFile('removeOf', { name })}
            leftSection={<IconTrash size={14} aria-hidden />}
            onClick={remove}
          >
            {sayFile('remove')}
          </Button>
        }
      >
        {isPicture && (
          <TextInput
            size="xs"
            dir="auto"
            label={say('describe', { name })}
            description={say('describeHint')}
            maxLength={watchLimits.description}
            value={description}
            onChange={(event) => attaching.describe(upload.id, event.currentTarget.value)}
          />
        )}
      </FileRow>
    </li>
  );
};

/** Files that go with the line: those that wait, those on their way, and why some could not be taken. */
export const WaitingFiles = ({ attaching, lineIsEmpty }: { attaching: Attaching; lineIsEmpty: boolean }) => {
  const say = useWords(fileWords);
  const nameOf = useFileName();
  const { waiting, uploads, problems } = attaching;
  if (waiting.length + uploads.all.length + problems.length === 0) return null;
  return (
    <Stack gap="xs">
      {waiting.length > 0 && (
        <ul className={styles.waitings}>
          {waiting.map((one) => (
            <One key={one.upload.id} one={one} attaching={attaching} />
          ))}
        </ul>
      )}
      {uploads.all.map((one) => (
        <Way key={one.key} one={one} name={nameOf(one.file.name)} uploads={uploads} />
      ))}
      {problems.length > 0 && (
        <Text role="alert" size="sm" c="var(--mantine-color-error)" fw={600}>
          {problems.join(' ')}
        </Text>
      )}
      {waiting.length > 0 && lineIsEmpty && (
        <Text size="sm" c="dimmed">
          {say('onlyFiles')}
        </Text>
      )}
    </Stack>
  );
};

/** The ways to bring a file: from the disk, and on a phone by its camera. */
export const AttachButtons = ({ attaching }: { attaching: Attaching }) => {
  const say = useWords(fileWords);
  const size = useFileSize();
  const isHandheld = useMediaQuery('(pointer: coarse)') === true;
  return (
    <Group gap="xs">
      {isHandheld && (
        <FileButton
          accept="image/*"
          capture="environment"
          onChange={(file) => attaching.add(file === null ? [] : [file])}
        >
          {(props) => (
            <Button {...props} size="xs" variant="default" leftSection={<IconCamera size={16} aria-hidden />}>
              {say('photo')}
            </Button>
          )}
        </FileButton>
      )}
      <FileButton multiple onChange={attaching.add}>
        {(props) => (
          <Button
            {...props}
            size="xs"
            variant="default"
            leftSection={<IconPaperclip size={16} aria-hidden />}
          >
            {say('attach')}
          </Button>
        )}
      </FileButton>
      {!isHandheld && (
        <Text size="xs" c="dimmed">
          {say('hint', { size: size(watchLimits.attachmentBytes) })}
        </Text>
      )}
    </Group>
  );
};
