/** Writes the next version of an assessment. */
import { Button, Group, NativeSelect, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import {
  type AssessmentDraft,
  confidences,
  type HazardName,
  levelOf,
  riskLimits,
  type Step,
  scale,
} from '../../../../server/capabilities/events/risk/contract.ts';
import type { Version } from '../../../../server/capabilities/events/risk/view-contract.ts';
import { isVisible } from '../../../../server/kernel/visible.ts';
import { ErrorNotice } from '../../../kit/error-notice.tsx';
import { useReading, useWords } from '../../../kit/language.tsx';
import { useToasts } from '../../../kit/toasts.tsx';
import { kitWords } from '../../../kit/words.ts';
import { usePeople } from '../../parties/queries.ts';
import { useMe } from '../../parties/session.ts';
import { assessWords } from './assess-words.ts';
import { LevelMark } from './level-mark.tsx';
import { useAssess } from './queries.ts';
import { riskWords } from './risk-words.ts';
import { SourceFields } from './source-fields.tsx';

interface Needs {
  readonly event: string;
  readonly target: string;
  readonly hazard: HazardName;
  readonly before: Version | null;
  readonly onDone: () => void;
}

const dayMs = 86_400_000;
const inTwoWeeks = (): string =>
  new Date(Date.now() + riskLimits.reviewDays * dayMs).toISOString().slice(0, 10);

type Form = Omit<AssessmentDraft, 'target' | 'hazard' | 'seen'>;

const ScaleChoice = ({
  part,
  value,
  onChange,
}: {
  part: 'likelihood' | 'impact';
  value: Step;
  onChange: (step: Step) => void;
}) => {
  const say = useWords(riskWords);
  return (
    <NativeSelect
      label={say(part)}
      value={value}
      data={scale.map((step) => ({
        value: String(step),
        label: say('step', { number: step, word: say(`${part}-${step}`) }),
      }))}
      onChange={({ currentTarget }) =>
        onChange(scale.find((step) => String(step) === currentTarget.value) ?? value)
      }
    />
  );
};

/** Who can be named to follow it: colleagues of this service. */
export const OwnerChoice = ({
  value,
  onChange,
}: {
  value: Version['owner'];
  onChange: (owner: Version['owner']) => void;
}) => {
  const say = useWords(assessWords);
  const me = useMe();
  const { language } = useReading();
  const people = (usePeople().data ?? []).filter(
    ({ party, state }) => party === me.party.id && state === 'active',
  );
  return (
    <NativeSelect
      label={say('owner')}
      value={value ?? ''}
      data={[
        { value: '', label: say('nobody') },
        ...people.map(({ id, name, nameArabic }) => ({
          value: id,
          label: language === 'ar' ? nameArabic : name,
        })),
      ]}
      onChange={({ currentTarget }) =>
        onChange(people.find(({ id }) => id === currentTarget.value)?.id ?? null)
      }
    />
  );
};

interface PartNeeds {
  readonly form: Form;
  readonly onChange: (part: Partial<Form>) => void;
}

const Scales = ({ form, onChange: change }: PartNeeds) => {
  const say = useWords(assessWords);
  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm">
        <ScaleChoice
          part="likelihood"
          value={form.likelihood}
          onChange={(likelihood) => change({ likelihood })}
        />
        <ScaleChoice part="impact" value={form.impact} onChange={(impact) => change({ impact })} />
        <NativeSelect
          label={say('confidence')}
          value={form.confidence}
          data={confidences.map((value) => ({ value, label: say(`confidence-${value}`) }))}
          onChange={({ currentTarget }) =>
            change({ confidence: confidences.find((one) => one === currentTarget.value) ?? form.confidence })
          }
        />
      </SimpleGrid>
      <Group gap="xs" aria-live="polite">
        <Text size="sm">{say('resulting')}</Text>
        <LevelMark level={levelOf(form.likelihood, form.impact)} />
      </Group>
    </>
  );
};

const Reason = ({ form, tried, onChange: change }: PartNeeds & { readonly tried: boolean }) => {
  const say = useWords(assessWords);
  const kit = useWords(kitWords);
  return (
    <Textarea
      label={say('reason')}
      description={say('reasonTeach')}
      required
      autosize
      minRows={2}
      dir="auto"
      data-autofocus
      maxLength={riskLimits.reason}
      error={tried && !isVisible(form.reason) ? kit('required') : null}
      value={form.reason}
      onChange={({ currentTarget }) => change({ reason: currentTarget.value })}
    />
  );
};

const Following = ({ form, tried, onChange: change }: PartNeeds & { readonly tried: boolean }) => {
  const say = useWords(assessWords);
  const kit = useWords(kitWords);
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
      <OwnerChoice value={form.owner} onChange={(owner) => change({ owner })} />
      <TextInput
        type="date"
        label={say('reviewOn')}
        required
        value={form.reviewOn}
        error={tried && form.reviewOn === '' ? kit('required') : null}
        onChange={({ currentTarget }) => change({ reviewOn: currentTarget.value })}
      />
    </SimpleGrid>
  );
};

const formOf = (before: Version | null): Form => ({
  likelihood: before?.likelihood ?? 2,
  impact: before?.impact ?? 2,
  confidence: before?.confidence ?? 'low',
  reason: '',
  sources: before?.sources ?? [],
  owner: before?.owner ?? null,
  reviewOn: inTwoWeeks(),
});

export const AssessForm = ({ event, target, hazard, before, onDone }: Needs) => {
  const say = useWords(assessWords);
  const risk = useWords(riskWords);
  const kit = useWords(kitWords);
  const toast = useToasts();
  const assess = useAssess(event);
  const [tried, setTried] = useState(false);
  const [form, setForm] = useState<Form>(() => formOf(before));
  const change = (part: Partial<Form>): void => setForm((now) => ({ ...now, ...part }));
  const isWhole = isVisible(form.reason) && form.reviewOn !== '';
  const keep = (): void => {
    setTried(true);
    if (!isWhole) return;
    const draft = { ...form, target, hazard, seen: before?.version ?? 0 };
    assess.mutate(draft, {
      onSuccess: () => {
        toast({ text: say('kept') });
        onDone();
      },
    });
  };
  return (
    <Stack gap="sm">
      {hazard === 'protest' && (
        <Text size="sm" c="dimmed">
          {risk('crowdOnly')}
        </Text>
      )}
      <Scales form={form} onChange={change} />
      <Reason form={form} tried={tried} onChange={change} />
      <SourceFields
        event={event}
        sources={form.sources}
        onChange={(sources) => change({ sources: [...sources] })}
      />
      <Following form={form} tried={tried} onChange={change} />
      {assess.isError && <ErrorNotice error={assess.error} />}
      <Group justify="flex-end">
        <Button variant="default" onClick={onDone}>
          {kit('cancel')}
        </Button>
        <Button loading={assess.isPending} onClick={keep}>
          {say('keep')}
        </Button>
      </Group>
    </Stack>
  );
};
