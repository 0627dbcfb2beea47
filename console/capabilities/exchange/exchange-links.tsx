/** The places of exchange in the navigation. */
import { Badge } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowBigLeftLines,
  IconCalendarDue,
  IconCopy,
  IconFileImport,
  IconInbox,
  IconNotes,
  IconPencilPlus,
  IconPlugConnected,
  IconRubberStamp,
  IconSend,
  IconShare3,
} from '@tabler/icons-react';
import { useWords } from '../../kit/language.tsx';
import { PlaceLink, type PlaceNeeds } from '../../kit/links.tsx';
import { mayReadItems, mayWrite } from '../parties/role-places.ts';
import { collectionsWords } from './collections-words.ts';
import { dueWords } from './due-words.ts';
import { duplicateWords } from './duplicates/duplicate-words.ts';
import { boxes } from './filters.ts';
import { onwardWords } from './onward-words.ts';
import { useCounts } from './queries.ts';
import { exchangeWords } from './words.ts';

const boxIcons = {
  inbox: IconInbox,
  drafts: IconNotes,
  'to-release': IconRubberStamp,
  returned: IconArrowBackUp,
  sent: IconSend,
  recalled: IconArrowBigLeftLines,
} as const;

const countNames = {
  inbox: 'inboxUnread',
  drafts: 'drafts',
  'to-release': 'toRelease',
  returned: 'returned',
} as const;

/** What has come, gone and been taken back is for all who read items. */
const readersBoxes: readonly string[] = ['inbox', 'sent', 'recalled'];

const BoxLinks = ({ path, role }: PlaceNeeds) => {
  const say = useWords(exchangeWords);
  const counts = useCounts().data;
  // Drafts and proposals are for those who write; what has come in is for all who read items.
  const shown = mayWrite(role) ? boxes : boxes.filter((box) => readersBoxes.includes(box));
  return shown.map((box) => {
    const Icon = boxIcons[box];
    const count = box === 'sent' || box === 'recalled' ? 0 : (counts?.[countNames[box]] ?? 0);
    return (
      <PlaceLink
        key={box}
        to="/exchange/$box"
        params={{ box }}
        search={{}}
        label={say(box)}
        active={path === `/exchange/${box}`}
        leftSection={<Icon size={18} aria-hidden />}
        rightSection={
          count > 0 ? (
            <Badge size="sm" variant={box === 'inbox' ? 'filled' : 'light'}>
              {count}
            </Badge>
          ) : null
        }
      />
    );
  });
};

/** Holders who ask this service's contact point to let its items go onward. */
const ToDecideLink = ({ path }: { path: string }) => {
  const say = useWords(onwardWords);
  const count = useCounts().data?.toDecide ?? 0;
  return (
    <PlaceLink
      to="/exchange/to-decide"
      label={say('toDecide')}
      active={path === '/exchange/to-decide'}
      leftSection={<IconShare3 size={18} aria-hidden />}
      rightSection={count > 0 ? <Badge size="sm">{count}</Badge> : null}
    />
  );
};

/** What is due for review or erasure: for who writes, and for who oversees. */
export const DueLink = ({ path }: { path: string }) => {
  const say = useWords(dueWords);
  return (
    <PlaceLink
      to="/due"
      label={say('title')}
      active={path === '/due'}
      leftSection={<IconCalendarDue size={18} aria-hidden />}
    />
  );
};

const CollectionsLink = ({ path }: { path: string }) => {
  const say = useWords(collectionsWords);
  return (
    <PlaceLink
      to="/exchange/collections"
      label={say('title')}
      active={path.startsWith('/exchange/collections')}
      leftSection={<IconPlugConnected size={18} aria-hidden />}
    />
  );
};

/** Boxes, duplicates, imports: by role. */
export const ExchangeLinks = ({ path, role }: PlaceNeeds) => {
  const say = useWords(exchangeWords);
  const duplicate = useWords(duplicateWords);
  if (!mayReadItems(role)) return null;
  return (
    <>
      {mayWrite(role) && (
        <PlaceLink
          to="/exchange/compose"
          label={say('compose')}
          active={path === '/exchange/compose'}
          leftSection={<IconPencilPlus size={18} aria-hidden />}
        />
      )}
      <BoxLinks path={path} role={role} />
      {role === 'contact-point' && <ToDecideLink path={path} />}
      {mayWrite(role) && (
        <PlaceLink
          to="/exchange/duplicates"
          label={duplicate('title')}
          active={path === '/exchange/duplicates'}
          leftSection={<IconCopy size={18} aria-hidden />}
        />
      )}
      {mayWrite(role) && (
        <PlaceLink
          to="/exchange/import"
          label={say('import')}
          active={path === '/exchange/import'}
          leftSection={<IconFileImport size={18} aria-hidden />}
        />
      )}
      {mayWrite(role) && <DueLink path={path} />}
      <CollectionsLink path={path} />
    </>
  );
};
