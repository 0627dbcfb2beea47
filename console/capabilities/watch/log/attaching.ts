/** Files for the next entry: sent while the line is written, described, removed and brought back. */
import { useState } from 'react';
import { watchLimits } from '../../../../server/capabilities/watch/contract.ts';
import type { EntryDraft } from '../../../../server/capabilities/watch/log/contract.ts';
import { useFileSize } from '../../../kit/file-size.tsx';
import { useWords } from '../../../kit/language.tsx';
import { useFileName } from '../../exchange/attachment-parts.tsx';
import { type Upload, type Uploads, useUploads } from '../../exchange/uploads.ts';
import { fileWords } from './file-words.ts';

/** A file that is with the node and waits for its entry. */
export interface Waiting {
  readonly upload: Upload;
  readonly description: string;
}

export interface Attaching {
  readonly waiting: readonly Waiting[];
  readonly uploads: Uploads;
  /** What could not be taken, in words. */
  readonly problems: readonly string[];
  add(files: readonly File[]): void;
  describe(id: string, description: string): void;
  remove(id: string): void;
  /** Puts back what was removed. */
  restore(one: Waiting): void;
  /** The entry has taken them. */
  clear(): void;
}

/** What the entry's draft says of them. */
export const attachmentsOf = (waiting: readonly Waiting[]): Pick<EntryDraft, 'attachments'> =>
  waiting.length === 0
    ? {}
    : {
        attachments: waiting.map(({ upload, description }) => ({
          upload: upload.id,
          ...(description.trim() === '' ? {} : { description: description.trim() }),
        })),
      };

/** What keeps files from being sent, said before they are. */
const useSorting = () => {
  const say = useWords(fileWords);
  const nameOf = useFileName();
  const size = useFileSize();
  return (files: readonly File[], taken: number) => {
    const { attachmentBytes, attachments } = watchLimits;
    const tooLarge = files.filter((file) => file.size > attachmentBytes);
    const fitting = files.filter((file) => file.size <= attachmentBytes);
    const room = Math.max(0, attachments - taken);
    const problems = [
      ...tooLarge.map(({ name }) => say('tooLarge', { name: nameOf(name), size: size(attachmentBytes) })),
      ...(fitting.length > room ? [say('tooMany', { count: attachments })] : []),
    ];
    return { files: fitting.slice(0, room), problems };
  };
};

export const useAttaching = (): Attaching => {
  const say = useWords(fileWords);
  const nameOf = useFileName();
  const sort = useSorting();
  const [waiting, setWaiting] = useState<readonly Waiting[]>([]);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const uploads = useUploads((upload) => {
    if (waiting.some((one) => one.upload.hash === upload.hash))
      setProblems([say('twice', { name: nameOf(upload.name) })]);
    else setWaiting((before) => [...before, { upload, description: '' }]);
  });
  return {
    waiting,
    uploads,
    problems,
    add: (files) => {
      const sorted = sort(files, waiting.length + uploads.all.length);
      setProblems(sorted.problems);
      uploads.add(sorted.files);
    },
    describe: (id, description) =>
      setWaiting((before) => before.map((one) => (one.upload.id === id ? { ...one, description } : one))),
    remove: (id) => setWaiting((before) => before.filter(({ upload }) => upload.id !== id)),
    restore: (one) => setWaiting((before) => [...before, one]),
    clear: () => {
      setWaiting([]);
      setProblems([]);
    },
  };
};
