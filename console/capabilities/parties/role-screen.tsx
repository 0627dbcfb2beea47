import { Group, Paper, SimpleGrid, Text, Title } from '@mantine/core';
import { IconBan, IconEye, IconHandStop } from '@tabler/icons-react';
import { usePick, useWords } from '../../kit/language.tsx';
import { ButtonLink } from '../../kit/links.tsx';
import { NotFound } from '../../kit/not-found.tsx';
import { Page } from '../../kit/page.tsx';
import { terms } from '../../kit/terms.ts';
import { describedRole, mayReadItems } from './role-places.ts';
import { roleWords } from './role-words.ts';
import { useMe } from './session.ts';

const parts = [
  { part: 'sees', icon: IconEye },
  { part: 'does', icon: IconHandStop },
  { part: 'not', icon: IconBan },
] as const;

/** In plain words: what the role acted under may see and do on this node. */
export const RoleScreen = () => {
  const say = useWords(roleWords);
  const pick = usePick();
  const { role } = useMe();
  const described = describedRole(role);
  if (described === null) return <NotFound />;
  return (
    <Page title={pick(terms.roles[role])} teach={say('title')}>
      <SimpleGrid cols={{ base: 1, md: 3 }} spacing="md">
        {parts.map(({ part, icon: Icon }) => (
          <Paper key={part} withBorder p="md" component="section">
            <Group gap="xs" mb="xs">
              <Icon size={20} aria-hidden />
              <Title order={2} size="h4">
                {say(part)}
              </Title>
            </Group>
            <Text>{say(`${described}-${part}`)}</Text>
          </Paper>
        ))}
      </SimpleGrid>
      <Group>
        {mayReadItems(role) && (
          <ButtonLink to="/exchange/$box" params={{ box: 'inbox' }}>
            {say('inbox')}
          </ButtonLink>
        )}
        <ButtonLink to="/agreements" variant="default">
          {say('agreements')}
        </ButtonLink>
        {role === 'administrator' && (
          <ButtonLink to="/people" variant="default">
            {say('people')}
          </ButtonLink>
        )}
      </Group>
    </Page>
  );
};
