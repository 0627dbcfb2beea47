/** What concerns the originator's control of one item: tombstone, compliance, onward sharing. */
import { Alert, Badge, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconArrowBigLeftLines, IconRoute } from '@tabler/icons-react';
import type { Item } from '../../../server/capabilities/exchange/contract.ts';
import type { ItemControl, RequestRow } from '../../../server/capabilities/exchange/control/contract.ts';
import { Moment } from '../../kit/date-time.tsx';
import { useWords } from '../../kit/language.tsx';
import { Name } from '../../kit/name.tsx';
import { Compliance } from './compliance.tsx';
import { useControl } from './control-queries.ts';
import { controlWords } from './control-words.ts';
import { AskOnwardButton } from './onward-ask.tsx';
import { Consent } from './onward-consents.tsx';
import { DecideButton } from './onward-decide.tsx';
import { onwardWords } from './onward-words.ts';
import { nobodyNamed, useNameAmong } from './party-names.ts';
import { RecallButton } from './recall-dialog.tsx';

/** States in which others hold the item, or held it. */
export const isUnderControl = (item: Item): boolean =>
  item.state === 'released' || item.state === 'received' || item.state === 'recalled';

/** Said before anything else: that it was recalled or re-marked, when, and why; and by whom it came. */
export const ControlNotices = ({ item }: { item: Item }) => {
  const say = useWords(controlWords);
  const control = useControl(item.id).data;
  const nameOf = useNameAmong(control?.named ?? nobodyNamed);
  const recalls = control?.recalls ?? [];
  const [last] = recalls.filter(({ parties }) => parties.length === 0 || item.state === 'recalled');
  const title = (): string => {
    if (!last) return '';
    const about = { name: nameOf(item.originator) };
    if (item.state !== 'recalled') return say('remarkedTitle', about);
    return item.own ? say('tombstoneOwn') : say('tombstoneTitle', about);
  };
  return (
    <>
      {item.via && (
        <Alert color="petrol" icon={<IconRoute />}>
          {say('cameThrough', { name: nameOf(item.via) })}
        </Alert>
      )}
      {last && (
        <Alert color="yellow" icon={<IconArrowBigLeftLines />} title={title()}>
          <Text size="sm">{say('reasonIs', { reason: last.reason })}</Text>
          <Text size="sm">
            <Moment at={last.recalledAt} />
          </Text>
          {!last.verified && (
            <Text size="xs" c="dimmed">
              {say('unverified')}
            </Text>
          )}
        </Alert>
      )}
    </>
  );
};

/** Recall for the originator's contact point, the question for a holder. */
export const ControlActions = ({ item }: { item: Item }) => {
  const control = useControl(item.id).data;
  if (!control) return null;
  const others = item.marking.releasableTo.filter((party) => party !== item.originator);
  const holders = [...new Set([...others, ...control.shares.map(({ recipient }) => recipient)])];
  return (
    <>
      {control.may.ask && <AskOnwardButton item={item} />}
      {control.may.recall && <RecallButton item={item} holders={holders} named={control.named} />}
    </>
  );
};

const Question = ({ item, request, control }: { item: Item; request: RequestRow; control: ItemControl }) => {
  const say = useWords(onwardWords);
  const word = useWords(controlWords);
  const nameOf = useNameAmong(control.named);
  const names = request.recipients.map(nameOf).join(' · ');
  return (
    <Paper withBorder p="sm">
      <Group justify="space-between" align="flex-start" gap="sm">
        <Stack gap={2}>
          <Group gap="xs">
            <Text size="sm" fw={600}>
              {say('consentFor', { asker: nameOf(request.party), names })}
            </Text>
            <Badge variant="light">{say(`state-${request.state}`)}</Badge>
          </Group>
          <Text size="sm">
            <Name>{request.reason}</Name>
          </Text>
          <Text size="xs" c="dimmed">
            <Moment at={request.askedAt} />
            {request.via && ` · ${word('via', { name: nameOf(request.via) })}`}
          </Text>
          {request.decisionReason && (
            <Text size="sm">{word('reasonIs', { reason: request.decisionReason })}</Text>
          )}
        </Stack>
        {control.may.decide && request.state === 'asked' && (
          <DecideButton request={request} tlp={item.marking.tlp} named={control.named} />
        )}
      </Group>
    </Paper>
  );
};

const Onward = ({ item, control }: { item: Item; control: ItemControl }) => {
  const say = useWords(onwardWords);
  const open = control.requests.filter(({ state }) => state !== 'granted');
  if (open.length === 0 && control.consents.length === 0) return null;
  return (
    <section aria-labelledby="onward-title">
      <Title order={2} size="h4" id="onward-title">
        {say('onward')}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {say('rule')}
      </Text>
      <Stack gap="xs">
        {open.map((request) => (
          <Question key={request.id} item={item} request={request} control={control} />
        ))}
        {control.consents.map((consent) => (
          <Consent key={consent.id} item={item} consent={consent} control={control} />
        ))}
      </Stack>
    </section>
  );
};

/** Below the content: who has obeyed, who asked, what was consented to, where it went. */
export const ControlPanel = ({ item }: { item: Item }) => {
  const control = useControl(item.id).data;
  if (!control) return null;
  return (
    <>
      <Compliance control={control} />
      <Onward item={item} control={control} />
    </>
  );
};
