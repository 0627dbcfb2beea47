/** What an attachment looks like, in a draft and to a reader: its sign, its name, its kind, its warnings. */
import { Badge, Group, Stack, Text } from '@mantine/core';
import {
  IconAlertTriangle,
  IconFile,
  IconFileMusic,
  IconFileText,
  IconFileTypePdf,
  IconFileZip,
  IconMail,
  IconPhoto,
  IconTable,
  IconVideo,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Attachment } from '../../../server/capabilities/exchange/attachments/contract.ts';
import { shownName } from '../../../server/kernel/files.ts';
import { useFileSize } from '../../kit/file-size.tsx';
import { useWords } from '../../kit/language.tsx';
import { Name } from '../../kit/name.tsx';
import { type FileKind, kindOf } from './attachment-kinds.ts';
import { attachmentWords } from './attachment-words.ts';

const signs: Readonly<Partial<Record<FileKind, typeof IconFile>>> = {
  picture: IconPhoto,
  pdf: IconFileTypePdf,
  document: IconFileText,
  text: IconFileText,
  table: IconTable,
  mail: IconMail,
  archive: IconFileZip,
  sound: IconFileMusic,
  film: IconVideo,
};

/** A file's name as it may be shown; its own where none came with it. */
export const useFileName = (): ((name: string | null) => string) => {
  const say = useWords(attachmentWords);
  return (name) => (name ? shownName(name) : say('nameless'));
};

export const Warnings = ({ warnings }: { warnings: Attachment['warnings'] }) => {
  const say = useWords(attachmentWords);
  if (warnings.length === 0) return null;
  return (
    <Group gap={6}>
      {warnings.map((warning) => (
        <Badge
          key={warning}
          color={warning === 'executable' || warning === 'script' ? 'red.9' : 'yellow.4'}
          autoContrast
          variant="filled"
          tt="none"
          h="auto"
          py={2}
          styles={{ label: { whiteSpace: 'normal' } }}
          leftSection={<IconAlertTriangle size={14} aria-hidden />}
        >
          {say(`warning-${warning}`)}
        </Badge>
      ))}
    </Group>
  );
};

interface Needs {
  readonly file: Pick<Attachment, 'name' | 'bytes' | 'mimeType' | 'warnings'> &
    Partial<Pick<Attachment, 'archive'>>;
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}

/** One attachment in a list. */
export const FileRow = ({ file, actions, children }: Needs) => {
  const say = useWords(attachmentWords);
  const size = useFileSize();
  const nameOf = useFileName();
  const kind = kindOf(file.mimeType);
  const Sign = signs[kind] ?? IconFile;
  const { archive } = file;
  return (
    <Stack gap={6}>
      <Group justify="space-between" align="flex-start" gap="xs">
        <Group gap="sm" wrap="nowrap" align="flex-start" flex="1 1 14rem" miw={0}>
          <Sign size={26} stroke={1.5} aria-hidden style={{ flexShrink: 0 }} />
          <div style={{ minWidth: 0 }}>
            <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
              <Name>{nameOf(file.name)}</Name>
            </Text>
            <Text size="sm" c="dimmed">
              {[
                say(`type-${kind}`),
                ...(file.bytes === null ? [] : [size(file.bytes)]),
                ...(archive && archive.entries > 0
                  ? [say('archive', { entries: archive.entries, size: size(archive.unpackedBytes) })]
                  : []),
              ].join(' · ')}
            </Text>
          </div>
        </Group>
        {actions && <Group gap="xs">{actions}</Group>}
      </Group>
      <Warnings warnings={file.warnings} />
      {children}
    </Stack>
  );
};
