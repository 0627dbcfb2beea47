import { Button, List, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { languages } from '../../../server/kernel/faults.ts';
import { ErrorNotice } from '../../kit/error-notice.tsx';
import { usePick, useWords } from '../../kit/language.tsx';
import { languageNames } from '../../kit/language-switch.tsx';
import { Name } from '../../kit/name.tsx';
import { Loaded } from '../../kit/query.tsx';
import { useToasts } from '../../kit/toasts.tsx';
import { useMakeDesk } from './people-queries.ts';
import { useDesks } from './queries.ts';
import { peopleWords } from './words.ts';

const blank = { ar: '', fr: '', en: '' };

const DeskList = () => {
  const say = useWords(peopleWords);
  const pick = usePick();
  return (
    <Loaded query={useDesks()}>
      {(rows) =>
        rows.length === 0 ? (
          <Text>{say('noDesk')}</Text>
        ) : (
          <List>
            {rows.map((desk) => (
              <List.Item key={desk.id}>
                <Name>{pick(desk.name)}</Name>
              </List.Item>
            ))}
          </List>
        )
      }
    </Loaded>
  );
};

const MakeDesk = () => {
  const say = useWords(peopleWords);
  const show = useToasts();
  const make = useMakeDesk();
  const [name, setName] = useState(blank);
  const whole = Object.values(name).every((text) => text.trim() !== '');
  const done = (): void => {
    setName(blank);
    show({ text: say('deskMade') });
  };
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 3 }}>
        {languages.map((language) => (
          <TextInput
            key={language}
            label={`${say('deskName')} · ${languageNames[language]}`}
            lang={language}
            dir={language === 'ar' ? 'rtl' : 'ltr'}
            maxLength={120}
            value={name[language]}
            onChange={(event) => setName({ ...name, [language]: event.currentTarget.value })}
          />
        ))}
      </SimpleGrid>
      {make.isError && <ErrorNotice error={make.error} />}
      <div>
        <Button
          variant="default"
          disabled={!whole}
          loading={make.isPending}
          onClick={() => make.mutate({ name }, { onSuccess: done })}
        >
          {say('addDesk')}
        </Button>
      </div>
    </>
  );
};

export const DesksSection = () => {
  const say = useWords(peopleWords);
  return (
    <section>
      <Title order={2} size="h4" mb="xs">
        {say('desks')}
      </Title>
      <Stack gap="sm" maw="52rem">
        <DeskList />
        <MakeDesk />
      </Stack>
    </section>
  );
};
