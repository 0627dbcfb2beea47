import { Button, Group } from '@mantine/core';
import { useWords } from './language.tsx';
import { kitWords } from './words.ts';

interface Needs {
  /** A query that reads page after page. */
  readonly query: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    fetchNextPage(): Promise<unknown>;
  };
  readonly className?: string | undefined;
}

/** The button under a list that has a next page; nothing where it has none. */
export const More = ({ query, className }: Needs) => {
  const say = useWords(kitWords);
  if (!query.hasNextPage) return null;
  return (
    <Group justify="center" className={className}>
      <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
        {say('more')}
      </Button>
    </Group>
  );
};
