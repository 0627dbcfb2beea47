/** What a list says of an item that was merged: which one stands for it, or for how many it stands. */
import { Badge } from '@mantine/core';
import { IconGitMerge } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ItemRow } from '../../../server/capabilities/exchange/contract.ts';
import { useWords } from '../../kit/language.tsx';
import { exchangeWords } from './words.ts';

export const MergedMark = ({ row }: { row: ItemRow }) => {
  const say = useWords(exchangeWords);
  const icon = <IconGitMerge size={12} aria-hidden />;
  return (
    <>
      {row.mergedInto && (
        <Badge
          size="sm"
          variant="light"
          color="gray"
          leftSection={icon}
          style={{ cursor: 'pointer' }}
          renderRoot={(given) => (
            <Link
              {...given}
              to="/exchange/items/$id"
              params={{ id: row.mergedInto }}
              onClick={(event) => event.stopPropagation()}
            />
          )}
        >
          {say('mergedInto')}
        </Badge>
      )}
      {row.mergedFrom !== undefined && (
        <Badge size="sm" variant="light" leftSection={icon}>
          {say('mergedFrom', { count: row.mergedFrom })}
        </Badge>
      )}
    </>
  );
};
