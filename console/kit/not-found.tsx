import { Button } from '@mantine/core';
import { IconMapQuestion } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { EmptyState } from './empty-state.tsx';
import { useWords } from './language.tsx';
import { kitWords } from './words.ts';

export const NotFound = () => {
  const say = useWords(kitWords);
  return (
    <EmptyState
      icon={IconMapQuestion}
      title={say('notFound')}
      teach={say('notFoundTeach')}
      action={
        <Button component={Link} to="/">
          {say('back')}
        </Button>
      }
    />
  );
};
