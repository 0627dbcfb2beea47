/** Versions of one assessment, and what differs between two of them. */
import { Button, Collapse, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { Fragment, useState } from 'react';
import type { HazardName, Source } from '../../../../server/capabilities/events/risk/contract.ts';
import type {
  Assessment,
  Comparison,
  Version,
} from '../../../../server/capabilities/events/risk/view-contract.ts';
import { DayText, Moment } from '../../../kit/date-time.tsx';
import { useWords } from '../../../kit/language.tsx';
import { OwnWords } from '../../../kit/own-words.tsx';
import { Loaded } from '../../../kit/query.tsx';
import { kitWords } from '../../../kit/words.ts';
import { usePersonName } from '../../parties/queries.ts';
import { assessWords } from './assess-words.ts';
import { LevelMark } from './level-mark.tsx';
import { useComparison } from './queries.ts';
import styles from './risk.module.css';
import { riskWords } from './risk-words.ts';
import { useByName } from './rose-view.tsx';
import { SourceList } from './source-fields.tsx';

type Part = Comparison['differences'][number]['part'];

/** One part of a version, as it is read. */
const PartText = ({ part, version }: { part: Part; version: Version }) => {
  const say = useWords(assessWords);
  const risk = useWords(riskWords);
  const nameOf = usePersonName();
  switch (part) {
    case 'likelihood':
    case 'impact':
      return say('scaleWord', { number: version[part], word: risk(`${part}-${version[part]}`) });
    case 'confidence':
      return say(`confidence-${version.confidence}`);
    case 'reason':
      return <OwnWords size="sm">{version.reason}</OwnWords>;
    case 'sources': {
      const sources: readonly Source[] = version.sources;
      return sources.length === 0 ? say('none') : <SourceList sources={sources} />;
    }
    case 'owner':
      return version.owner === null ? say('nobody') : <bdi>{nameOf(version.owner) ?? '…'}</bdi>;
    case 'reviewOn':
      return <DayText day={version.reviewOn} />;
  }
};

export const VersionFacts = ({ version }: { version: Version }) => {
  const say = useWords(assessWords);
  const kit = useWords(kitWords);
  const byName = useByName();
  const parts = version.changed.map((part) => say(`part-${part}`)).join(' · ');
  return (
    <Stack gap={4}>
      <Group gap="xs">
        <LevelMark level={version.level} />
        <Text size="sm">
          <PartText part="likelihood" version={version} /> × <PartText part="impact" version={version} />
        </Text>
        <Text size="sm" c="dimmed">
          {kit('named', { name: say('confidence'), value: say(`confidence-${version.confidence}`) })}
        </Text>
      </Group>
      <OwnWords size="sm">{version.reason}</OwnWords>
      <SourceList sources={version.sources} />
      <Text size="sm" c="dimmed">
        {say('version', { number: version.version })} · {say(`origin-${version.origin}`)} ·{' '}
        <bdi>{byName(version.by)}</bdi> · <Moment at={version.at} brief />
      </Text>
      {version.changed.length > 0 && (
        <Text size="sm" c="dimmed">
          {say('changed', { parts })}
        </Text>
      )}
    </Stack>
  );
};

const Beside = ({ comparison }: { comparison: Comparison }) => {
  const say = useWords(assessWords);
  if (comparison.differences.length === 0) return <Text size="sm">{say('same')}</Text>;
  return (
    <Stack gap="xs">
      {comparison.differences.map(({ part }) => (
        <Fragment key={part}>
          <Text size="sm" fw={600}>
            {say(`part-${part}`)}
          </Text>
          <Group grow align="flex-start" gap="md">
            <Text component="div" size="sm" c="dimmed">
              <PartText part={part} version={comparison.before} />
            </Text>
            <Text component="div" size="sm">
              <PartText part={part} version={comparison.after} />
            </Text>
          </Group>
        </Fragment>
      ))}
    </Stack>
  );
};

const Compare = ({
  event,
  target,
  hazard,
  versions,
}: {
  event: string;
  target: string;
  hazard: HazardName;
  versions: readonly Version[];
}) => {
  const say = useWords(assessWords);
  const [newest, second] = versions;
  const [before, setBefore] = useState(second?.version ?? 1);
  const [after, setAfter] = useState(newest?.version ?? 1);
  const query = useComparison(event, { target, hazard, before, after });
  const choice = (label: 'before' | 'after', value: number, set: (version: number) => void) => (
    <NativeSelect
      label={say(label)}
      value={value}
      data={versions.map(({ version }) => ({
        value: String(version),
        label: say('version', { number: version }),
      }))}
      onChange={({ currentTarget }) => set(Number(currentTarget.value))}
    />
  );
  return (
    <Stack gap="xs" className={styles.card}>
      <Text fw={600} size="sm">
        {say('compare')}
      </Text>
      <Group gap="sm">
        {choice('before', before, setBefore)}
        {choice('after', after, setAfter)}
      </Group>
      {before === after ? (
        <Text size="sm">{say('same')}</Text>
      ) : (
        <Loaded query={query}>{(comparison) => <Beside comparison={comparison} />}</Loaded>
      )}
    </Stack>
  );
};

/** The versions before the one that stands. */
export const Earlier = ({
  event,
  target,
  assessment,
}: {
  event: string;
  target: string;
  assessment: Assessment;
}) => {
  const say = useWords(assessWords);
  const [opened, setOpened] = useState(false);
  const { versions, hazard } = assessment;
  if (versions.length < 2) return null;
  return (
    <Stack gap="xs">
      <Button
        variant="default"
        size="compact-sm"
        w="fit-content"
        aria-expanded={opened}
        onClick={() => setOpened(!opened)}
      >
        {`${say('versions')} (${versions.length})`}
      </Button>
      <Collapse expanded={opened}>
        <Stack gap="md">
          <Compare event={event} target={target} hazard={hazard} versions={versions} />
          {versions.slice(1).map((version) => (
            <VersionFacts key={version.version} version={version} />
          ))}
        </Stack>
      </Collapse>
    </Stack>
  );
};
