/** Saves what is being composed and puts it before the contact point; items, requests and answers alike. */
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconDeviceFloppy, IconUserCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { Item, ItemDraft } from '../../../server/capabilities/exchange/contract.ts';
import type { Instant } from '../../../server/kernel/time.ts';
import { ErrorNotice } from '../../kit/error-notice.tsx';
import { useMe } from '../parties/session.ts';
import { composeObjects } from './compose.ts';
import { type Draft, toItemDraft } from './draft.ts';
import { attachmentObjects } from './draft-attachments.ts';
import { useItemVerb } from './queries.ts';

export const now = (): Instant => new Date().toISOString();

interface Writing<Body> {
  mutateAsync(written: { readonly seen: Item | null; readonly draft: Body }): Promise<Item>;
  readonly isPending: boolean;
  readonly error: Error | null;
}

/** Saves the draft on the node, and proposes it when asked; `done` gets the item. */
export const useDraftSaving = <Body,>(
  item: Item | null,
  write: Writing<Body>,
  done: (saved: Item, proposed: boolean) => void,
) => {
  const me = useMe();
  const propose = useItemVerb('propose');
  const [saved, setSaved] = useState(item);
  const save = async (
    draft: Draft,
    bodyOf: (written: ItemDraft) => Body,
    toPropose: boolean,
  ): Promise<void> => {
    const made = await composeObjects(draft.subjects, { party: me.party.id, at: now() });
    const body = bodyOf(
      toItemDraft(draft, {
        objects: [...draft.kept, ...made.objects, ...attachmentObjects(draft.attachments)],
        withheld: [...draft.withheld, ...made.withheld],
      }),
    );
    try {
      const written = await write.mutateAsync({ seen: saved, draft: body });
      // A refused proposal leaves a saved draft: the next try writes the same one again.
      setSaved(written);
      done(toPropose ? await propose.mutateAsync(written) : written, toPropose);
    } catch {
      // The mutations keep the fault; it is shown above the buttons.
    }
  };
  return { save, busy: write.isPending || propose.isPending, error: write.error ?? propose.error };
};

interface ButtonsNeeds {
  readonly labels: { readonly save: string; readonly propose: string };
  readonly busy: boolean;
  readonly disabled: boolean;
  readonly onSave: (toPropose: boolean) => void;
}

/** Keep it as a draft, or put it before the contact point. */
export const SaveButtons = ({ labels, busy, disabled, onSave }: ButtonsNeeds) => (
  <>
    <Button
      variant="default"
      loading={busy}
      disabled={disabled}
      leftSection={<IconDeviceFloppy size={18} aria-hidden />}
      onClick={() => onSave(false)}
    >
      {labels.save}
    </Button>
    <Button
      loading={busy}
      disabled={disabled}
      leftSection={<IconUserCheck size={18} aria-hidden />}
      onClick={() => onSave(true)}
    >
      {labels.propose}
    </Button>
  </>
);

interface BarNeeds extends ButtonsNeeds {
  /** What is still to be corrected, in words; null where nothing is. */
  readonly fix: string | null;
  readonly error: Error | null;
}

/** The end of a form: what is wrong with it, why it was refused, and the buttons. */
export const SaveBar = ({ fix, error, ...buttons }: BarNeeds) => (
  <Stack gap="sm">
    {error && <ErrorNotice error={error} />}
    {fix !== null && (
      <Text role="alert" c="var(--mantine-color-error)" fw={600}>
        {fix}
      </Text>
    )}
    <Group justify="flex-end">
      <SaveButtons {...buttons} />
    </Group>
  </Stack>
);

interface RestoredNeeds {
  readonly text: string;
  readonly startAnew: string;
  readonly onDiscard: () => void;
}

/** Says that what was written before is back, and offers to begin with nothing. */
export const Restored = ({ text, startAnew, onDiscard }: RestoredNeeds) => (
  <Alert color="petrol">
    <Group justify="space-between">
      <Text size="sm">{text}</Text>
      <Button size="compact-sm" variant="default" onClick={onDiscard}>
        {startAnew}
      </Button>
    </Group>
  </Alert>
);
