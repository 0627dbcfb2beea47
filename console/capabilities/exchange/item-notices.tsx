/** What a reader has to know about an item before anything else: what it waits for, and cut links. */
import { Alert } from '@mantine/core';
import { IconArrowBackUp, IconHourglass, IconPlugConnectedX } from '@tabler/icons-react';
import type { Item } from '../../../server/capabilities/exchange/contract.ts';
import { useWords } from '../../kit/language.tsx';
import { Name } from '../../kit/name.tsx';
import { usePartyName, useServices } from '../parties/queries.ts';
import { useMe } from '../parties/session.ts';
import { Cautions } from './cautions.tsx';
import { readerWords } from './reader-words.ts';

/** The services whose link bears on the item: its originator, or those it goes to. */
const concernedBy = (item: Item): readonly string[] =>
  item.own ? item.marking.releasableTo.filter((party) => party !== item.originator) : [item.originator];

const CutLinks = ({ item }: { item: Item }) => {
  const say = useWords(readerWords);
  const nameOf = usePartyName();
  const services = useServices().data ?? [];
  const concerned = concernedBy(item);
  const cut = (['suspended', 'ended'] as const).flatMap((state) => {
    const names = services
      .filter((service) => service.link?.state === state && concerned.includes(service.id))
      .map((service) => nameOf(service.id));
    return names.length > 0 ? [{ state, names: names.join(' · ') }] : [];
  });
  const side = item.own ? 'own' : 'received';
  return cut.map(({ state, names }) => (
    <Alert key={state} color="yellow" icon={<IconPlugConnectedX />}>
      {say(`link-${state}-${side}`, { names })}
    </Alert>
  ));
};

const StateNotice = ({ item }: { item: Item }) => {
  const say = useWords(readerWords);
  const me = useMe();
  if (item.state === 'returned' && item.returnedReason)
    return (
      <Alert color="yellow" icon={<IconArrowBackUp />} title={say('returnedBy')}>
        <Name>{item.returnedReason}</Name>
      </Alert>
    );
  if (item.state !== 'proposed') return null;
  if (me.role !== 'contact-point')
    return (
      <Alert color="petrol" icon={<IconHourglass />}>
        {say('waiting')}
      </Alert>
    );
  if (item.author !== me.person) return null;
  return (
    <Alert color="petrol" icon={<IconHourglass />}>
      {say('waitingOther')}
    </Alert>
  );
};

export const ItemNotices = ({ item }: { item: Item }) => (
  <>
    <StateNotice item={item} />
    <Cautions item={item} />
    <CutLinks item={item} />
  </>
);
