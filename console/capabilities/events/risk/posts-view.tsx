/** What posts the templates would make now, against what is there; made in one go. */
import { Button, Checkbox, Group, NativeSelect, SimpleGrid, Stack, Table, Text, Title } from '@mantine/core';
import { IconUsersPlus } from '@tabler/icons-react';
import { useState } from 'react';
import {
  type Specialty,
  specialties,
  specialtyWords,
} from '../../../../server/capabilities/events/post-contract.ts';
import { hazardWords } from '../../../../server/capabilities/events/risk/contract.ts';
import {
  type Fate,
  fates,
  handFates,
  type Planned,
  type Preview,
} from '../../../../server/capabilities/events/risk/template-contract.ts';
import { ConfirmDialog } from '../../../kit/confirm-dialog.tsx';
import { useDates } from '../../../kit/date-time.tsx';
import { EmptyState } from '../../../kit/empty-state.tsx';
import { usePick, useReading, useWords } from '../../../kit/language.tsx';
import { OwnWords } from '../../../kit/own-words.tsx';
import { Loaded } from '../../../kit/query.tsx';
import { useToasts } from '../../../kit/toasts.tsx';
import { useMe } from '../../parties/session.ts';
import { mayPlan } from '../places.ts';
import { LevelMark } from './level-mark.tsx';
import { makingWords } from './making-words.ts';
import { useGenerate, usePreview } from './queries.ts';
import styles from './risk.module.css';
import { TargetName } from './target-name.tsx';

type Draft = NonNullable<Planned['wanted']>;
const isHand = (fate: Fate): boolean => handFates.some((one) => one === fate);
const shownAtOnce = 60;

const DraftText = ({ draft }: { draft: Draft }) => {
  const say = useWords(makingWords);
  const pick = usePick();
  const dates = useDates();
  const { locale } = useReading();
  const { specialty, languages } = draft.requirement;
  const names = new Intl.DisplayNames(locale, { type: 'language' });
  return (
    <Stack gap={0}>
      <Text size="sm">
        {say('quantity', { number: draft.quantity, specialty: pick(specialtyWords[specialty]) })}
        {languages.length > 0 && ` · ${languages.map((code) => names.of(code) ?? code).join(' · ')}`}
      </Text>
      <Text size="sm" c="dimmed">
        <bdi>{dates.brief(draft.from)}</bdi> – <bdi>{dates.brief(draft.to)}</bdi>
      </Text>
    </Stack>
  );
};

const PlannedCard = (needs: {
  event: string;
  preview: Preview;
  planned: Planned;
  chosen: boolean;
  onChoose: ((chosen: boolean) => void) | null;
}) => {
  const say = useWords(makingWords);
  const pick = usePick();
  const { planned, event, preview } = needs;
  const { wanted, present, fate } = planned;
  return (
    <Stack gap="xs" className={styles.card} data-hand={isHand(fate) || undefined}>
      <Group justify="space-between" gap="xs">
        <Text size="sm" fw={600}>
          {say(`fate-${fate}`)}
        </Text>
        <Group gap={6}>
          <Text size="sm">{pick(hazardWords[planned.hazard].name)}</Text>
          <LevelMark level={planned.level} />
        </Group>
      </Group>
      <TargetName event={event} target={planned.target} names={preview.names} />
      {present !== null && (
        <div>
          <Text size="sm" c="dimmed">
            {say('atPresent')}
          </Text>
          <DraftText draft={present} />
        </div>
      )}
      {wanted !== null && (
        <div>
          <Text size="sm" c="dimmed">
            {say('wouldBe')}
          </Text>
          <DraftText draft={wanted} />
          <OwnWords size="sm">{wanted.reason}</OwnWords>
        </div>
      )}
      {isHand(fate) && needs.onChoose !== null && (
        <Checkbox
          label={say('overrule')}
          checked={needs.chosen}
          onChange={({ currentTarget }) => needs.onChoose?.(currentTarget.checked)}
        />
      )}
    </Stack>
  );
};

const isSpecialty = (name: string): name is Specialty => specialties.some((one) => one === name);

const Specialties = ({ preview }: { preview: Preview }) => {
  const say = useWords(makingWords);
  const pick = usePick();
  const { locale } = useReading();
  const number = new Intl.NumberFormat(locale);
  const rows = Object.entries(preview.specialties)
    .flatMap(([name, counts]) => (isSpecialty(name) ? [{ name, ...counts }] : []))
    .sort((one, other) => other.wanted - one.wanted);
  const sum = (part: 'posts' | 'wanted') => rows.reduce((all, row) => all + row[part], 0);
  return (
    <Stack gap="xs">
      <Title order={2} size="h4">
        {say('bySpecialty')}
      </Title>
      <Table maw="34rem" aria-label={say('bySpecialty')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{say('specialty')}</Table.Th>
            <Table.Th scope="col">{say('postCount')}</Table.Th>
            <Table.Th scope="col">{say('wanted')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ name, posts, wanted }) => (
            <Table.Tr key={name}>
              <Table.Th scope="row" fw={400}>
                {pick(specialtyWords[name])}
              </Table.Th>
              <Table.Td>{number.format(posts)}</Table.Td>
              <Table.Td>{number.format(wanted)}</Table.Td>
            </Table.Tr>
          ))}
          <Table.Tr>
            <Table.Th scope="row">{say('total')}</Table.Th>
            <Table.Td fw={600}>{number.format(sum('posts'))}</Table.Td>
            <Table.Td fw={600}>{number.format(sum('wanted'))}</Table.Td>
          </Table.Tr>
        </Table.Tbody>
      </Table>
    </Stack>
  );
};

const GenerateDialog = (needs: {
  event: string;
  preview: Preview;
  chosen: ReadonlySet<string>;
  onClose: () => void;
}) => {
  const say = useWords(makingWords);
  const toast = useToasts();
  const { language } = useReading();
  const generate = useGenerate(needs.event);
  const { preview, chosen } = needs;
  const count = (...names: Fate[]) => names.reduce((all, name) => all + (preview.fates[name] ?? 0), 0);
  const consequence = say('generateConsequence', {
    made: count('made'),
    changed: count('changed'),
    withdrawn: count('withdrawn'),
    left: count(...handFates, 'edited') - chosen.size,
    chosen: chosen.size,
  });
  const confirm = (): void =>
    generate.mutate(
      { language, digest: preview.digest, overrule: [...chosen] },
      {
        onSuccess: (done) => {
          const { made, changed, withdrawn, left } = done;
          toast({ text: say('generated', { made, changed, withdrawn, left }) });
          needs.onClose();
        },
      },
    );
  return (
    <ConfirmDialog
      opened
      title={say('generateTitle')}
      consequence={consequence}
      action={say('generate')}
      busy={generate.isPending}
      error={generate.error}
      onConfirm={confirm}
      onClose={needs.onClose}
    />
  );
};

const Fates = ({ preview }: { preview: Preview }) => {
  const say = useWords(makingWords);
  const { locale } = useReading();
  const number = new Intl.NumberFormat(locale);
  return (
    <Group gap="md">
      {fates
        .filter((fate) => (preview.fates[fate] ?? 0) > 0)
        .map((fate) => (
          <Text key={fate} size="sm">
            {say(`fate-${fate}`)} <b>{number.format(preview.fates[fate] ?? 0)}</b>
          </Text>
        ))}
    </Group>
  );
};

const Shown = ({ event, preview }: { event: string; preview: Preview }) => {
  const say = useWords(makingWords);
  const { role } = useMe();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [making, setMaking] = useState(false);
  const mayMake = mayPlan(role);
  const choose = (key: string, isChosen: boolean): void =>
    setChosen((before) => new Set([...before].filter((one) => one !== key).concat(isChosen ? key : [])));
  const steps = ['made', 'changed', 'withdrawn'].reduce((all, name) => all + (preview.fates[name] ?? 0), 0);
  return (
    <Stack gap="md">
      <Group justify="space-between" gap="sm">
        <Fates preview={preview} />
        {mayMake && (
          <Button disabled={steps + chosen.size === 0} onClick={() => setMaking(true)}>
            {say('generate')}
          </Button>
        )}
      </Group>
      {preview.items.length === 0 && (
        <EmptyState icon={IconUsersPlus} title={say('nothingToMake')} teach={say('nothingToMakeTeach')} />
      )}
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="sm">
        {preview.items.slice(0, shownAtOnce).map((planned) => (
          <PlannedCard
            key={planned.key}
            event={event}
            preview={preview}
            planned={planned}
            chosen={chosen.has(planned.key)}
            onChoose={mayMake ? (isChosen) => choose(planned.key, isChosen) : null}
          />
        ))}
      </SimpleGrid>
      {(preview.cut || preview.items.length > shownAtOnce) && (
        <Text size="sm" c="dimmed">
          {say('cut')}
        </Text>
      )}
      <Specialties preview={preview} />
      {making && (
        <GenerateDialog event={event} preview={preview} chosen={chosen} onClose={() => setMaking(false)} />
      )}
    </Stack>
  );
};

export const PostsView = ({ event }: { event: string }) => {
  const say = useWords(makingWords);
  const { language } = useReading();
  const [fate, setFate] = useState<Fate | undefined>(undefined);
  const query = usePreview(event, { language, ...(fate ? { fate } : {}) });
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed" maw="46rem">
        {say('postsTeach')}
      </Text>
      <NativeSelect
        label={say('show')}
        maw="22rem"
        value={fate ?? ''}
        data={[
          { value: '', label: say('allNews') },
          ...fates.map((value) => ({ value, label: say(`fate-${value}`) })),
        ]}
        onChange={({ currentTarget }) => setFate(fates.find((one) => one === currentTarget.value))}
      />
      <Loaded query={query}>
        {(preview) => <Shown key={preview.digest} event={event} preview={preview} />}
      </Loaded>
    </Stack>
  );
};
