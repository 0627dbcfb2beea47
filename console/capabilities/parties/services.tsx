import { Badge, Button, Group, Paper, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconAffiliate, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { Link } from '../../../server/capabilities/parties/contract.ts';
import type { Role } from '../../../server/kernel/decision.ts';
import { languages, type Words } from '../../../server/kernel/faults.ts';
import { ConfirmDialog } from '../../kit/confirm-dialog.tsx';
import { Moment } from '../../kit/date-time.tsx';
import { EmptyState } from '../../kit/empty-state.tsx';
import { ErrorNotice } from '../../kit/error-notice.tsx';
import { usePick, useWords } from '../../kit/language.tsx';
import { languageNames } from '../../kit/language-switch.tsx';
import { Name } from '../../kit/name.tsx';
import { Page } from '../../kit/page.tsx';
import { Loaded } from '../../kit/query.tsx';
import { terms } from '../../kit/terms.ts';
import { useToasts } from '../../kit/toasts.tsx';
import { type LinkVerb, useIdentity, useLinks, useLinkVerb, useProposeLink } from './link-queries.ts';
import styles from './services.module.css';
import { useMe } from './session.ts';
import { Qr } from './totp-parts.tsx';
import { partiesWords } from './words.ts';

type Fingerprint = Link['fingerprint'];

/** The same words in each language, numbered so that two people can read them to each other. */
const FingerprintWords = ({ fingerprint }: { fingerprint: Fingerprint }) => (
  <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
    {languages.map((language) => (
      <div key={language} lang={language} dir={language === 'ar' ? 'rtl' : 'ltr'}>
        <Text size="xs" c="dimmed">
          {languageNames[language]}
        </Text>
        <ol className={styles.words}>
          {[...fingerprint[language].entries()].map(([place, word]) => (
            <li key={place}>{word}</li>
          ))}
        </ol>
      </div>
    ))}
  </SimpleGrid>
);

const OwnIdentity = () => {
  const say = useWords(partiesWords);
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="own-title">
      <Title order={2} size="h4" id="own-title">
        {say('own')}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {say('ownTeach')}
      </Text>
      <Loaded query={useIdentity()}>
        {(identity) => (
          <Group align="flex-start" gap="lg">
            <Qr svg={identity.qr} label={say('ownQr')} />
            <Stack gap="xs" className={styles.grow}>
              <Text size="sm">
                {say('address')} <bdi dir="ltr">{identity.address}</bdi>
              </Text>
              <FingerprintWords fingerprint={identity.fingerprint} />
            </Stack>
          </Group>
        )}
      </Loaded>
    </Paper>
  );
};

const AddLink = () => {
  const say = useWords(partiesWords);
  const show = useToasts();
  const propose = useProposeLink();
  const [address, setAddress] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        propose.mutate(address.trim(), {
          onSuccess: () => {
            setAddress('');
            show({ text: say('added') });
          },
        });
      }}
    >
      <Stack gap="sm">
        <Group align="flex-end">
          <TextInput
            className={styles.address}
            label={say('partnerAddress')}
            placeholder="https://"
            type="url"
            dir="ltr"
            required
            value={address}
            onChange={(event) => setAddress(event.currentTarget.value)}
          />
          <Button type="submit" loading={propose.isPending} leftSection={<IconPlus size={18} aria-hidden />}>
            {say('add')}
          </Button>
        </Group>
        {propose.isError && <ErrorNotice error={propose.error} />}
      </Stack>
    </form>
  );
};

const consequences = {
  accept: 'acceptWhat',
  suspend: 'suspendWhat',
  resume: 'resumeWhat',
  end: 'endWhat',
} as const;

const verbsIn: Readonly<Record<Link['state'], readonly LinkVerb[]>> = {
  proposed: ['accept', 'end'],
  offered: ['accept', 'end'],
  'accepted-here': ['end'],
  'accepted-there': ['accept', 'end'],
  active: ['suspend', 'end'],
  suspended: ['resume', 'end'],
  ended: [],
};

const VerbButton = ({ link, verb }: { link: Link; verb: LinkVerb }) => {
  const say = useWords(partiesWords);
  const pick = usePick();
  const show = useToasts();
  const change = useLinkVerb(link.party);
  const [opened, setOpened] = useState(false);
  const confirm = (): void =>
    change.mutate(verb, {
      onSuccess: () => {
        setOpened(false);
        show({ text: say('done') });
      },
    });
  return (
    <>
      <Button
        size="xs"
        variant={verb === 'accept' || verb === 'resume' ? 'filled' : 'default'}
        onClick={() => setOpened(true)}
      >
        {say(verb)}
      </Button>
      <ConfirmDialog
        opened={opened}
        danger={verb === 'end' || verb === 'suspend'}
        title={`${say(verb)} · ${pick(link.name)}`}
        consequence={say(consequences[verb])}
        action={say(verb)}
        busy={change.isPending}
        error={change.error}
        onConfirm={confirm}
        onClose={() => setOpened(false)}
      />
    </>
  );
};

/** Trust between services is theirs to give; an administrator may enter an address (parties' policy). */
const vouches = (role: Role): boolean => role === 'contact-point' || role === 'service-head';

const isComparing = (link: Link): boolean => !['active', 'suspended', 'ended'].includes(link.state);

const LinkCard = ({ link }: { link: Link }) => {
  const say = useWords(partiesWords);
  const pick = usePick();
  const me = useMe();
  const stateWords: Words = terms.states.link[link.state];
  return (
    <Paper withBorder p="md" component="article">
      <Group justify="space-between" align="flex-start">
        <div>
          <Group gap="xs">
            <Text fw={600}>
              <Name>{pick(link.name)}</Name>
            </Text>
            <Badge variant={link.state === 'active' ? 'filled' : 'light'}>{pick(stateWords)}</Badge>
          </Group>
          <Text size="sm" c="dimmed">
            <bdi dir="ltr">{link.address}</bdi> {' · '}
            {say('since')} <Moment at={link.since} />
          </Text>
          <Text size="sm" c="dimmed">
            {say('waiting', { count: link.queue.waiting })}
            {' · '}
            {say('lastDelivered')}{' '}
            {link.queue.lastDeliveredAt ? <Moment at={link.queue.lastDeliveredAt} /> : say('never')}
          </Text>
        </div>
        {vouches(me.role) && (
          <Group gap="xs">
            {verbsIn[link.state].map((verb) => (
              <VerbButton key={verb} link={link} verb={verb} />
            ))}
          </Group>
        )}
      </Group>
      {isComparing(link) && (
        <div className={styles.compare}>
          <Text size="sm" fw={600}>
            {say('compare')}
          </Text>
          <FingerprintWords fingerprint={link.fingerprint} />
        </div>
      )}
    </Paper>
  );
};

/** Pairing: one's own words, the partner's, and what may be done with each link. */
export const ServicesScreen = () => {
  const say = useWords(partiesWords);
  const me = useMe();
  return (
    <Page title={say('services')} teach={say('servicesTeach')}>
      <OwnIdentity />
      <Title order={2} size="h4">
        {say('links')}
      </Title>
      {(vouches(me.role) || me.role === 'administrator') && <AddLink />}
      <Loaded query={useLinks()}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState icon={IconAffiliate} title={say('emptyLinks')} teach={say('emptyLinksTeach')} />
          ) : (
            <Stack>
              {rows.map((link) => (
                <LinkCard key={link.party} link={link} />
              ))}
            </Stack>
          )
        }
      </Loaded>
    </Page>
  );
};
