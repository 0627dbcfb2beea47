import { Button, Modal, Stack, Text, UnstyledButton } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import type { Entry, EntryAttachment } from '../../../../server/capabilities/watch/log/contract.ts';
import { useWords } from '../../../kit/language.tsx';
import { kitWords } from '../../../kit/words.ts';
import { FileRow, useFileName } from '../../exchange/attachment-parts.tsx';
import { attachmentWords } from '../../exchange/attachment-words.ts';
import { fileWords } from './file-words.ts';
import styles from './log.module.css';

const pathOf = (entry: Entry, file: EntryAttachment): string =>
  `/api/watch/log/${encodeURIComponent(entry.id)}/attachments/${file.hash}`;

interface Needs {
  readonly entry: Entry;
  readonly file: EntryAttachment;
}

const Download = ({ entry, file }: Needs) => {
  const say = useWords(attachmentWords);
  const nameOf = useFileName();
  return (
    <Button
      component="a"
      href={pathOf(entry, file)}
      download
      size="compact-sm"
      variant="default"
      aria-label={say('downloadOf', { name: nameOf(file.name) })}
      leftSection={<IconDownload size={16} aria-hidden />}
    >
      {say('download')}
    </Button>
  );
};

/** What the picture shows, as its author said; its name where he said nothing. */
const useAlternative = () => {
  const say = useWords(fileWords);
  const nameOf = useFileName();
  return (file: EntryAttachment): string => file.description ?? say('picture', { name: nameOf(file.name) });
};

/** The picture at its full size: opened when asked for, since that is a consultation. */
const Enlarged = ({ entry, file, onClose }: Needs & { readonly onClose: () => void }) => {
  const say = useWords(kitWords);
  const alternative = useAlternative();
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={<bdi>{alternative(file)}</bdi>}
      closeButtonProps={{ 'aria-label': say('close') }}
    >
      <Stack>
        <bdi>
          <img src={`${pathOf(entry, file)}?show=true`} alt={alternative(file)} className={styles.whole} />
        </bdi>
        <FileRow file={file} actions={<Download entry={entry} file={file} />} />
      </Stack>
    </Modal>
  );
};

const Photo = ({ entry, file }: Needs) => {
  const say = useWords(fileWords);
  const alternative = useAlternative();
  const [opened, setOpened] = useState(false);
  return (
    <li>
      <UnstyledButton
        className={styles.photo}
        aria-label={say('enlarge', { what: alternative(file) })}
        onClick={() => setOpened(true)}
      >
        <bdi>
          <img src={`${pathOf(entry, file)}/thumbnail`} alt={alternative(file)} loading="lazy" height={96} />
        </bdi>
        {file.description && (
          <Text component="bdi" size="xs" className={styles.caption}>
            {file.description}
          </Text>
        )}
      </UnstyledButton>
      {opened && <Enlarged entry={entry} file={file} onClose={() => setOpened(false)} />}
    </li>
  );
};

/** The files of an entry: photos small beside each other, the rest by name. */
export const EntryFiles = ({ entry }: { entry: Entry }) => {
  const say = useWords(fileWords);
  if (entry.attachments.length === 0) return null;
  const photos = entry.attachments.filter(({ hasThumbnail }) => hasThumbnail);
  const files = entry.attachments.filter(({ hasThumbnail }) => !hasThumbnail);
  const label = say('files', { number: String(entry.number) });
  return (
    <>
      {photos.length > 0 && (
        <ul className={styles.photos} aria-label={label}>
          {photos.map((file) => (
            <Photo key={file.hash} entry={entry} file={file} />
          ))}
        </ul>
      )}
      {files.length > 0 && (
        <ul className={styles.waitings} aria-label={label}>
          {files.map((file) => (
            <li key={file.hash} className={styles.waiting}>
              <FileRow file={file} actions={<Download entry={entry} file={file} />} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
};
