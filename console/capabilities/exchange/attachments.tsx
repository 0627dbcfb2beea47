/** The attachments of an item, as they come: state, download, a picture on demand. */
import { Button, Image, Paper, Progress, Stack, Text, Title } from '@mantine/core';
import { IconDownload, IconEye, IconEyeOff, IconRefresh } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Attachment } from '../../../server/capabilities/exchange/attachments/contract.ts';
import { api } from '../../kit/api.ts';
import { ErrorNotice } from '../../kit/error-notice.tsx';
import { useReading, useWords } from '../../kit/language.tsx';
import { Loaded } from '../../kit/query.tsx';
import { useVerb } from '../../kit/verb.ts';
import { FileRow, useFileName } from './attachment-parts.tsx';
import { attachmentWords } from './attachment-words.ts';

const pathOf = (item: string): string => `/api/exchange/items/${encodeURIComponent(item)}/attachments`;
const bytesPath = (item: string, artifact: string): string =>
  `${pathOf(item)}/${encodeURIComponent(artifact)}`;

// The key begins as the topic of its news does: `attachments.item`.
const keyOf = (item: string) => ['attachments', item] as const;

const useAttachments = (item: string) =>
  useQuery({ queryKey: keyOf(item), queryFn: () => api.get<Attachment[]>(pathOf(item)) });

const useRetry = (item: string, artifact: string) => {
  const client = useQueryClient();
  return useVerb({
    mutationFn: () => api.post(`${bytesPath(item, artifact)}/retry`),
    onSuccess: () => client.invalidateQueries({ queryKey: keyOf(item) }),
  });
};

interface Needs {
  readonly item: string;
  readonly one: Attachment;
}

const shareOf = ({ fetchedBytes, bytes }: Attachment): number =>
  bytes ? Math.min(1, fetchedBytes / bytes) : 0;

/** How far the bytes have come; nothing where they are here. */
const Coming = ({ item, one }: Needs) => {
  const say = useWords(attachmentWords);
  const nameOf = useFileName();
  const { locale } = useReading();
  const retry = useRetry(item, one.artifact);
  const share = shareOf(one);
  const percent = new Intl.NumberFormat(locale, { style: 'percent' }).format(share);
  const waiting = say(one.state === 'failed' ? 'state-failed' : 'state-expected');
  const state = one.state === 'fetching' ? say('state-fetching', { percent }) : waiting;
  return (
    <Stack gap={6}>
      <Text size="sm" fw={600} c={one.state === 'failed' ? 'var(--mantine-color-error)' : undefined}>
        {state}
      </Text>
      {(one.state === 'fetching' || share > 0) && (
        <Progress
          value={share * 100}
          size="md"
          color={one.state === 'failed' ? 'red.9' : undefined}
          aria-label={say('progressOf', { name: nameOf(one.name) })}
        />
      )}
      {one.failure && one.state !== 'fetching' && <Text size="sm">{say(`failure-${one.failure}`)}</Text>}
      {one.state !== 'fetching' && (
        <div>
          <Button
            size="compact-sm"
            variant="default"
            loading={retry.isPending}
            leftSection={<IconRefresh size={16} aria-hidden />}
            onClick={() => retry.mutate()}
          >
            {say('again')}
          </Button>
        </div>
      )}
      {retry.error && <ErrorNotice error={retry.error} />}
    </Stack>
  );
};

const Picture = ({ item, one }: Needs) => {
  const say = useWords(attachmentWords);
  const nameOf = useFileName();
  return (
    <Image
      src={`${bytesPath(item, one.artifact)}?show=true`}
      alt={say('picture', { name: nameOf(one.name) })}
      radius="sm"
      w="auto"
      maw="100%"
      mah="70vh"
      fit="contain"
    />
  );
};

const AttachmentRow = ({ item, one }: Needs) => {
  const say = useWords(attachmentWords);
  const nameOf = useFileName();
  // Shown when asked for: opening a file is a consultation, and is journalled as one.
  const [shown, setShown] = useState(false);
  const isHere = one.state === 'here';
  const download = isHere && (
    <Button
      component="a"
      href={bytesPath(item, one.artifact)}
      download
      size="compact-sm"
      variant="default"
      aria-label={say('downloadOf', { name: nameOf(one.name) })}
      leftSection={<IconDownload size={16} aria-hidden />}
    >
      {say('download')}
    </Button>
  );
  const show = one.isPicture && (
    <Button
      size="compact-sm"
      variant="default"
      aria-expanded={shown}
      leftSection={shown ? <IconEyeOff size={16} aria-hidden /> : <IconEye size={16} aria-hidden />}
      onClick={() => setShown(!shown)}
    >
      {say(shown ? 'hide' : 'show')}
    </Button>
  );
  return (
    <Paper withBorder p="sm" component="li">
      <FileRow
        file={one}
        actions={
          <>
            {show}
            {download}
          </>
        }
      >
        {!isHere && <Coming item={item} one={one} />}
        {shown && <Picture item={item} one={one} />}
      </FileRow>
    </Paper>
  );
};

/** The attachments of an item. */
export const Attachments = ({ item }: { item: string }) => {
  const say = useWords(attachmentWords);
  return (
    <section aria-labelledby="attachments-title">
      <Title order={2} size="h4" id="attachments-title" mb="xs">
        {say('title')}
      </Title>
      <Loaded query={useAttachments(item)}>
        {(list) => (
          <Stack component="ul" gap="xs" p={0} m={0} style={{ listStyle: 'none' }}>
            {list.map((one) => (
              <AttachmentRow key={one.artifact} item={item} one={one} />
            ))}
          </Stack>
        )}
      </Loaded>
    </section>
  );
};
