import { IconMapQuestion } from '@tabler/icons-react';
import { EmptyState } from './empty-state.tsx';
import { useWords } from './language.tsx';
import { ButtonLink } from './links.tsx';
import { kitWords } from './words.ts';

export const NotFound = () => {
  const say = useWords(kitWords);
  return (
    <EmptyState
      icon={IconMapQuestion}
      title={say('notFound')}
      teach={say('notFoundTeach')}
      action={<ButtonLink to="/">{say('back')}</ButtonLink>}
    />
  );
};
