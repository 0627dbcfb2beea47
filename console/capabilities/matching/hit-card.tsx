/** One hit, and what a person decides about it: a formal request, or nothing and why. */
import { Badge, Button, Group, Radio, Stack, Text, Textarea } from '@mantine/core';
import { IconArrowBackUp, IconEyeOff, IconMessageQuestion } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Card, Dismissal } from '../../../server/capabilities/matching/contract.ts';
import { ConfirmDialog } from '../../kit/confirm-dialog.tsx';
import { Moment } from '../../kit/date-time.tsx';
import { ErrorNotice } from '../../kit/error-notice.tsx';
import { usePick, useReading, useWords } from '../../kit/language.tsx';
import { ButtonLink, TextLink } from '../../kit/links.tsx';
import { Name } from '../../kit/name.tsx';
import { terms } from '../../kit/terms.ts';
import { useToasts } from '../../kit/toasts.tsx';
import { useAgreements } from '../agreements/queries.ts';
import { usePartyName, usePersonName } from '../parties/queries.ts';
import { useMe } from '../parties/session.ts';
import { hitWords } from './hit-words.ts';
import { Identifier } from './identifier.tsx';
import { kindWords } from './kind-words.ts';
import styles from './matching.module.css';
import { mayAsk } from './places.ts';
import { useDismissHit, useReopenHit, useRequestFromHit } from './queries.ts';

const grounds = [
  'other-person',
  'known-already',
  'no-longer-needed',
  'other',
] as const satisfies readonly Dismissal['ground'][];

type Ground = Dismissal['ground'];

interface GroundNeeds {
  readonly ground: Ground | null;
  readonly remark: string;
  readonly onGround: (ground: Ground | null) => void;
  readonly onRemark: (remark: string) => void;
}

const isRemarkMissing = ({ ground, remark }: Pick<GroundNeeds, 'ground' | 'remark'>): boolean =>
  ground === 'other' && remark.trim() === '';

const GroundFields = (needs: GroundNeeds) => {
  const say = useWords(hitWords);
  return (
    <>
      <Radio.Group
        label={say('ground')}
        required
        value={needs.ground ?? ''}
        onChange={(value) => needs.onGround(grounds.find((one) => one === value) ?? null)}
      >
        <Stack gap="xs" mt={6}>
          {grounds.map((one) => (
            <Radio key={one} value={one} label={say(`ground-${one}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <Textarea
        label={say('remark')}
        required={needs.ground === 'other'}
        dir="auto"
        rows={2}
        resize="vertical"
        maxLength={1_000}
        description={isRemarkMissing(needs) ? say('remarkNeeded') : null}
        value={needs.remark}
        onChange={(event) => needs.onRemark(event.currentTarget.value)}
      />
    </>
  );
};

const DismissDialog = ({ hit, onClose }: { hit: Card; onClose: () => void }) => {
  const say = useWords(hitWords);
  const show = useToasts();
  const dismiss = useDismissHit();
  const reopen = useReopenHit();
  const [ground, setGround] = useState<Ground | null>(null);
  const [remark, setRemark] = useState('');
  const confirm = (): void => {
    if (ground === null) return;
    const onSuccess = (): void => {
      onClose();
      show({ text: say('dismissed'), undo: () => reopen.mutate(hit.id) });
    };
    dismiss.mutate({ hit: hit.id, ground, remark: remark.trim() }, { onSuccess });
  };
  return (
    <ConfirmDialog
      opened
      title={say('dismissTitle')}
      consequence={say('dismissWhat')}
      action={say('dismiss')}
      busy={dismiss.isPending}
      disabled={ground === null || isRemarkMissing({ ground, remark })}
      error={dismiss.error}
      onConfirm={confirm}
      onClose={onClose}
    >
      <GroundFields ground={ground} remark={remark} onGround={setGround} onRemark={setRemark} />
    </ConfirmDialog>
  );
};

const OpenActions = ({ hit }: { hit: Card }) => {
  const say = useWords(hitWords);
  const { language } = useReading();
  const show = useToasts();
  const navigate = useNavigate();
  const request = useRequestFromHit();
  const [isDismissing, setDismissing] = useState(false);
  const make = (): void => {
    request.mutate(
      { hit: hit.id, language },
      {
        onSuccess: ({ item }) => {
          show({ text: say('requestMade') });
          void navigate({ to: '/requests/ask', search: { item } });
        },
      },
    );
  };
  return (
    <>
      {request.isError && <ErrorNotice error={request.error} />}
      <Group gap="xs">
        <Button
          loading={request.isPending}
          leftSection={<IconMessageQuestion size={18} aria-hidden />}
          onClick={make}
        >
          {say('request')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconEyeOff size={18} aria-hidden />}
          onClick={() => setDismissing(true)}
        >
          {say('dismiss')}
        </Button>
      </Group>
      {isDismissing && <DismissDialog hit={hit} onClose={() => setDismissing(false)} />}
    </>
  );
};

const Decided = ({ hit }: { hit: Card }) => {
  const say = useWords(hitWords);
  const personName = usePersonName();
  if (hit.decidedAt === null) return null;
  const name = (hit.decidedBy && personName(hit.decidedBy)) ?? say('someone');
  return (
    <div>
      <Text size="sm">
        {say('decided', { name })} · <Moment at={hit.decidedAt} />
      </Text>
      {hit.ground !== null && (
        <Text size="sm">
          {say(`ground-${hit.ground}`)}
          {hit.remark !== null && (
            <>
              {' – '}
              <bdi>{hit.remark}</bdi>
            </>
          )}
        </Text>
      )}
    </div>
  );
};

const DecidedActions = ({ hit }: { hit: Card }) => {
  const say = useWords(hitWords);
  const reopen = useReopenHit();
  if (hit.state === 'requested')
    return (
      hit.item !== null && (
        <Group>
          <ButtonLink
            variant="default"
            to="/requests/$id"
            params={{ id: hit.item }}
            leftSection={<IconMessageQuestion size={18} aria-hidden />}
          >
            {say('openRequest')}
          </ButtonLink>
        </Group>
      )
    );
  return (
    <>
      {reopen.isError && <ErrorNotice error={reopen.error} />}
      <Group>
        <Button
          variant="default"
          loading={reopen.isPending}
          leftSection={<IconArrowBackUp size={18} aria-hidden />}
          onClick={() => reopen.mutate(hit.id)}
        >
          {say('reopen')}
        </Button>
      </Group>
    </>
  );
};

const looks = { open: 'filled', requested: 'light', dismissed: 'default' } as const;

const Facts = ({ hit }: { hit: Card }) => {
  const say = useWords(hitWords);
  const pick = usePick();
  const agreement = useAgreements().data?.find(({ id }) => id === hit.agreement);
  return (
    <div className={styles.facts}>
      <span>
        {say('found')} <Moment at={hit.openedAt} />
      </span>
      <span>
        {pick(terms.fields[hit.field])} · {pick(terms.purposes[hit.purpose])}
      </span>
      {agreement && (
        <span>
          {say('under')} <Name>{pick(agreement.title)}</Name>
        </span>
      )}
    </div>
  );
};

/** `batch`: the way back to the check, where the hit stands alone. */
export const HitCard = ({ hit, batch }: { hit: Card; batch?: string }) => {
  const say = useWords(hitWords);
  const kind = useWords(kindWords);
  const nameOf = usePartyName();
  const { role } = useMe();
  const heading = say('heading', { partner: nameOf(hit.partner) });
  return (
    <article className={styles.hit} data-state={hit.state} aria-label={heading}>
      <Stack gap="xs">
        <Group justify="space-between" align="flex-start" gap="xs">
          <div>
            <Text size="sm" c="dimmed">
              {heading} · {kind(hit.kind)}
            </Text>
            <Identifier
              text={hit.text}
              {...(styles.number === undefined ? {} : { className: styles.number })}
            />
          </div>
          <Badge variant={looks[hit.state]} className={styles.badge}>
            {say(`state-${hit.state}`)}
          </Badge>
        </Group>
        {hit.form !== hit.text && hit.kind !== 'name-birth' && (
          <Text size="sm" c="dimmed">
            {say('comparedAs', { form: hit.form })}
          </Text>
        )}
        {hit.partly && (
          <Text size="sm" fw={600}>
            {say('partly')}
          </Text>
        )}
        {hit.kind === 'name-birth' && <Text size="sm">{say('nameCaution')}</Text>}
        <Facts hit={hit} />
        <Decided hit={hit} />
        {mayAsk(role) && (hit.state === 'open' ? <OpenActions hit={hit} /> : <DecidedActions hit={hit} />)}
        {batch !== undefined && (
          <Text size="sm">
            <TextLink to="/matching/checks/$batch" params={{ batch }}>
              {say('toCheck')}
            </TextLink>
          </Text>
        )}
      </Stack>
    </article>
  );
};
