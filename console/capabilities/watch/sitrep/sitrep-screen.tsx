import { Alert, Group, Tabs, Text } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { Sitrep } from '../../../../server/capabilities/watch/sitrep/contract.ts';
import type { Language } from '../../../../server/kernel/faults.ts';
import { useDates } from '../../../kit/date-time.tsx';
import { usePick, useReading, useWords } from '../../../kit/language.tsx';
import { TextLink } from '../../../kit/links.tsx';
import { markingWords } from '../../../kit/marking-words.ts';
import { Name } from '../../../kit/name.tsx';
import { Page } from '../../../kit/page.tsx';
import { Loaded } from '../../../kit/query.tsx';
import { TlpLabel } from '../../../kit/tlp-label.tsx';
import { kitWords } from '../../../kit/words.ts';
import { useMe } from '../../parties/session.ts';
import { Actions } from './actions.tsx';
import { Changes } from './changes.tsx';
import { useDraft } from './draft.ts';
import { Editor } from './editor.tsx';
import { Period, StateBadge, useCircleName } from './parts.tsx';
import { Preview } from './preview.tsx';
import { useSitrep, useVersions } from './queries.ts';
import styles from './sitrep.module.css';
import { mayAssembleHere } from './sitrep-roles.ts';
import { sitrepWords } from './sitrep-words.ts';

const Facts = ({ sitrep }: { sitrep: Sitrep }) => {
  const say = useWords(sitrepWords);
  const marking = useWords(markingWords);
  const kit = useWords(kitWords);
  const dates = useDates();
  const circleName = useCircleName();
  return (
    <Group gap="sm">
      <TlpLabel tlp={sitrep.marking.tlp} />
      <StateBadge sitrep={sitrep} />
      <Name>{circleName(sitrep.circle)}</Name>
      <Text size="sm" c="dimmed">
        <Period sitrep={sitrep} />
      </Text>
      <Text size="sm" c="dimmed">
        {say('version', { version: String(sitrep.version) })}
      </Text>
      <Text size="sm" c="dimmed">
        {kit('named', { name: marking('eraseOn'), value: dates.day(sitrep.marking.eraseOn) })}
      </Text>
      {sitrep.item && (
        <TextLink to="/exchange/items/$id" params={{ id: sitrep.item }}>
          {say('openItem')}
        </TextLink>
      )}
    </Group>
  );
};

const LeftOut = ({ sitrep: { leftOut } }: { sitrep: Sitrep }) => {
  const say = useWords(sitrepWords);
  const kit = useWords(kitWords);
  const count = leftOut.reduce((sum, one) => sum + one.count, 0);
  if (count === 0) return null;
  return (
    <Alert color="gray" title={say('leftOut', { count })}>
      {leftOut
        .map(({ reason, count: some }) => kit('named', { name: say(`why-${reason}`), value: some }))
        .join(' · ')}
      <Text size="sm" c="dimmed" mt={4}>
        {say('leftOutOurs')}
      </Text>
    </Alert>
  );
};

const Stale = ({ sitrep: { stale } }: { sitrep: Sitrep }) => {
  const say = useWords(sitrepWords);
  if (stale.length === 0) return null;
  return (
    <Alert color="orange" title={say('stale')}>
      {stale
        .map(({ number, why }) =>
          number === null ? say('stale-request') : say(`stale-${why}`, { number: String(number) }),
        )
        .join(' · ')}
      <Text size="sm" mt={4}>
        {say('staleTeach')}
      </Text>
    </Alert>
  );
};

const Versions = ({ sitrep }: { sitrep: Sitrep }) => {
  const say = useWords(sitrepWords);
  const versions = useVersions(sitrep.id).data ?? [];
  if (versions.length < 2) return null;
  return (
    <nav aria-label={say('versions')}>
      <ul className={styles.made}>
        {versions.map((one) => (
          <li key={one.id}>
            {one.id === sitrep.id ? (
              <Text fw={600}>{say('version', { version: String(one.version) })}</Text>
            ) : (
              <TextLink to="/watch/sitreps/$id" params={{ id: one.id }}>
                {say('version', { version: String(one.version) })}
              </TextLink>
            )}
            <StateBadge sitrep={one} />
          </li>
        ))}
      </ul>
    </nav>
  );
};

const Opened = ({ sitrep }: { sitrep: Sitrep }) => {
  const say = useWords(sitrepWords);
  const pick = usePick();
  const me = useMe();
  const reading = useReading();
  const draft = useDraft(sitrep);
  const [language, setLanguage] = useState<Language>(reading.language);
  const writes = sitrep.state === 'draft' && mayAssembleHere(me.role) && !me.guest;
  const isOwn = sitrep.state === 'draft' && me.role === 'centre-head' && sitrep.editors.includes(me.person);
  const preview = (
    <Preview sitrep={sitrep} sections={draft.sections} language={language} onLanguage={setLanguage} />
  );
  return (
    <Page
      title={sitrep.title ? pick(sitrep.title) : say(`product-${sitrep.product}`)}
      actions={<Actions sitrep={sitrep} isKept={!draft.isDirty} />}
    >
      <Facts sitrep={sitrep} />
      <Versions sitrep={sitrep} />
      {isOwn && <Text size="sm">{say('own')}</Text>}
      <Stale sitrep={sitrep} />
      <LeftOut sitrep={sitrep} />
      {sitrep.sections === null ? (
        <Alert color="gray">{say('gone')}</Alert>
      ) : (
        <Tabs defaultValue="text" keepMounted={false}>
          <Tabs.List mb="md">
            <Tabs.Tab value="text">{say(writes ? 'edit' : 'preview')}</Tabs.Tab>
            <Tabs.Tab value="changes">{say('changes')}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="text">
            {writes ? (
              <div className={styles.desk}>
                <Editor draft={draft} />
                {preview}
              </div>
            ) : (
              preview
            )}
          </Tabs.Panel>
          <Tabs.Panel value="changes">
            <Changes sitrep={sitrep} />
          </Tabs.Panel>
        </Tabs>
      )}
    </Page>
  );
};

/** One report: written and looked at side by side while it is a draft, read afterwards. */
export const SitrepScreen = () => {
  const { id } = useParams({ from: '/watch/sitreps/$id' });
  const query = useSitrep(id);
  return <Loaded query={query}>{(sitrep) => <Opened key={sitrep.id} sitrep={sitrep} />}</Loaded>;
};
