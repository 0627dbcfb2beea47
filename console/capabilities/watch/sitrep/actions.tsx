import { Button, Menu, NativeSelect, Text } from '@mantine/core';
import { IconDownload, IconRubberStamp, IconSend, IconVersions } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Sitrep } from '../../../../server/capabilities/watch/sitrep/contract.ts';
import { languages } from '../../../../server/kernel/faults.ts';
import { ConfirmDialog } from '../../../kit/confirm-dialog.tsx';
import { usePick, useReading, useWords } from '../../../kit/language.tsx';
import { useAgreements } from '../../agreements/queries.ts';
import { useMe } from '../../parties/session.ts';
import { languageNames } from './parts.tsx';
import { documentPath, useApprove, useDiscard, useNewVersion, useSend } from './queries.ts';
import { mayAssembleHere } from './sitrep-roles.ts';
import { sitrepWords } from './sitrep-words.ts';

/** The document in each language, as PDF and as a page. */
/** The versions that show what changed are for paper. */
const printed = 'pdf';

const Documents = ({ sitrep: { id } }: { sitrep: Sitrep }) => {
  const say = useWords(sitrepWords);
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={18} aria-hidden />}>
          {say('download')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {(['pdf', 'html'] as const).map((format) =>
          languages.map((language) => (
            <Menu.Item
              key={`${format} ${language}`}
              component="a"
              href={documentPath(id, { language, format })}
              target="_blank"
              rel="noreferrer"
            >
              <bdi lang={language}>{languageNames[language]}</bdi> · <bdi>{format.toUpperCase()}</bdi>
            </Menu.Item>
          )),
        )}
        <Menu.Divider />
        {languages.map((language) => (
          <Menu.Item
            key={`marks ${language}`}
            component="a"
            href={documentPath(id, { language, format: printed, marks: true })}
            target="_blank"
            rel="noreferrer"
          >
            <bdi lang={language}>{languageNames[language]}</bdi> · <bdi>{printed.toUpperCase()}</bdi> ·{' '}
            {say('withMarks')}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
};

const SendDialog = ({ sitrep, onClose }: { sitrep: Sitrep; onClose: () => void }) => {
  const say = useWords(sitrepWords);
  const pick = usePick();
  const { language } = useReading();
  const send = useSend(sitrep.id);
  const agreements = (useAgreements().data ?? []).filter(
    ({ state, parties }) =>
      state === 'in-force' && sitrep.marking.releasableTo.every((party) => parties.includes(party)),
  );
  const [picked, setPicked] = useState('');
  const agreement = picked || (agreements[0]?.id ?? '');
  return (
    <ConfirmDialog
      opened
      title={say('sendSure')}
      consequence={say('sendWhat')}
      action={say('send')}
      busy={send.isPending}
      disabled={agreement === ''}
      error={send.error}
      onConfirm={() => send.mutate({ agreement, language }, { onSuccess: onClose })}
      onClose={onClose}
    >
      {agreements.length === 0 ? (
        <Text c="var(--mantine-color-error)">{say('noAgreement')}</Text>
      ) : (
        <NativeSelect
          label={say('agreement')}
          value={agreement}
          data={agreements.map(({ id, title }) => ({ value: id, label: pick(title) }))}
          onChange={(event) => setPicked(event.currentTarget.value)}
        />
      )}
    </ConfirmDialog>
  );
};

type Asked = 'approve' | 'send' | 'newVersion' | 'discard';

const Dialog = ({ sitrep, asked, onClose }: { sitrep: Sitrep; asked: Asked; onClose: () => void }) => {
  const say = useWords(sitrepWords);
  const navigate = useNavigate();
  const approve = useApprove(sitrep.id);
  const version = useNewVersion(sitrep.id);
  const discard = useDiscard(sitrep.id);
  if (asked === 'send') return <SendDialog sitrep={sitrep} onClose={onClose} />;
  const by = {
    approve: { act: approve, run: () => approve.mutate(sitrep.revision, { onSuccess: onClose }) },
    newVersion: {
      act: version,
      run: () =>
        version.mutate(undefined, {
          onSuccess: ({ id }) => {
            onClose();
            void navigate({ to: '/watch/sitreps/$id', params: { id } });
          },
        }),
    },
    discard: {
      act: discard,
      run: () =>
        discard.mutate(sitrep.revision, { onSuccess: () => void navigate({ to: '/watch/sitreps' }) }),
    },
  }[asked];
  return (
    <ConfirmDialog
      opened
      danger={asked === 'discard'}
      title={say(`${asked}Sure`)}
      consequence={say(`${asked}What`)}
      action={say(asked)}
      busy={by.act.isPending}
      error={by.act.error}
      onConfirm={by.run}
      onClose={onClose}
    />
  );
};

/** What may be done with it now, by whom the node lets. */
export const Actions = ({ sitrep, isKept }: { sitrep: Sitrep; isKept: boolean }) => {
  const say = useWords(sitrepWords);
  const me = useMe();
  const [asked, setAsked] = useState<Asked | null>(null);
  const writes = mayAssembleHere(me.role) && !me.guest;
  const { state, editors } = sitrep;
  const heads = me.role === 'centre-head' && !editors.includes(me.person) && state === 'draft';
  return (
    <>
      {sitrep.sections !== null && <Documents sitrep={sitrep} />}
      {writes && state === 'draft' && (
        <Button variant="default" onClick={() => setAsked('discard')}>
          {say('discard')}
        </Button>
      )}
      {writes && (state === 'approved' || state === 'sent') && (
        <Button
          variant="default"
          leftSection={<IconVersions size={18} aria-hidden />}
          onClick={() => setAsked('newVersion')}
        >
          {say('newVersion')}
        </Button>
      )}
      {heads && (
        <Button
          leftSection={<IconRubberStamp size={18} aria-hidden />}
          disabled={!isKept}
          onClick={() => setAsked('approve')}
        >
          {say('approve')}
        </Button>
      )}
      {writes && state === 'approved' && sitrep.item === null && (
        <Button leftSection={<IconSend size={18} aria-hidden />} onClick={() => setAsked('send')}>
          {say('send')}
        </Button>
      )}
      {asked !== null && <Dialog sitrep={sitrep} asked={asked} onClose={() => setAsked(null)} />}
    </>
  );
};
