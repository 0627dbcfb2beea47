/** Venues of an event that may be one, told to who plans it. */
import { Alert, Badge, Button, Group, Stack, Text } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import type { AlikePair } from '../../../server/capabilities/events/merging/contract.ts';
import type { Venue } from '../../../server/capabilities/events/place-contract.ts';
import { useWords } from '../../kit/language.tsx';
import { useToasts } from '../../kit/toasts.tsx';
import styles from './events.module.css';
import { MergeDialog } from './merge-dialog.tsx';
import { useAlike, useKeepApart } from './merge-queries.ts';
import { mergeWords } from './merge-words.ts';
import { useNameOf, useNumber } from './names.ts';
import { VenueName } from './venue-name.tsx';

/** Pairs that are shown at first. */
const shownFirst = 3;

type Both = readonly [Venue, Venue];

interface PairNeeds {
  readonly event: string;
  readonly pair: AlikePair;
  readonly both: Both;
  onMerge(): void;
}

const Pair = ({ event, pair, both, onMerge }: PairNeeds) => {
  const say = useWords(mergeWords);
  const nameOf = useNameOf();
  const show = useToasts();
  const keep = useKeepApart(event);
  const [one = '', other = ''] = both.map(({ name, code }) => `${nameOf(name)} ${code}`);
  const said = (apart: boolean) => ({ venues: [...pair.venues], apart });
  const onSuccess = (): void => show({ text: say('twoKept'), undo: () => keep.mutate(said(false)) });
  return (
    <li className={styles.pair}>
      <div>
        {both.map((venue) => (
          <Text key={venue.id} size="sm">
            <VenueName venue={venue} />
          </Text>
        ))}
        <Badge variant="light" color={pair.isSure ? 'blue' : 'gray'}>
          {say(`${pair.isSure ? 'by' : 'maybe'}-${pair.by}`)}
        </Badge>
      </div>
      <Group gap="xs">
        <Button size="compact-sm" aria-label={say('mergeThese', { one, other })} onClick={onMerge}>
          {say('merge')}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          loading={keep.isPending}
          aria-label={say('twoThese', { one, other })}
          onClick={() => keep.mutate(said(true), { onSuccess })}
        >
          {say('two')}
        </Button>
      </Group>
    </li>
  );
};

export const AlikeVenues = ({ event, venues }: { event: string; venues: readonly Venue[] }) => {
  const say = useWords(mergeWords);
  const number = useNumber();
  const pairs = useAlike(event, true).data?.items ?? [];
  const [isWhole, setWhole] = useState(false);
  const [merging, setMerging] = useState<Both | null>(null);
  const byId = new Map(venues.map((venue) => [venue.id, venue] as const));
  const known = pairs.flatMap((pair) => {
    const [one, other] = pair.venues.map((id) => byId.get(id));
    return one === undefined || other === undefined ? [] : [{ pair, both: [one, other] as const }];
  });
  const shown = isWhole ? known : known.slice(0, shownFirst);
  return (
    <>
      {known.length > 0 && (
        <Alert icon={<IconCopy size={18} aria-hidden />} title={say('alike', { count: known.length })}>
          <Stack gap="xs">
            <Text size="sm">{say('teach')}</Text>
            <ul className={styles.parts}>
              {shown.map(({ pair, both }) => (
                <Pair
                  key={pair.venues.join(' ')}
                  event={event}
                  pair={pair}
                  both={both}
                  onMerge={() => setMerging(both)}
                />
              ))}
            </ul>
            {known.length > shown.length && (
              <div>
                <Button size="compact-sm" variant="default" onClick={() => setWhole(true)}>
                  {say('showAll', { number: number(known.length) })}
                </Button>
              </div>
            )}
          </Stack>
        </Alert>
      )}
      {merging && <MergeDialog event={event} both={merging} onClose={() => setMerging(null)} />}
    </>
  );
};
