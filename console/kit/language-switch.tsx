import { Box, Button, Menu } from '@mantine/core';
import { IconLanguage } from '@tabler/icons-react';
import { type Language, languages } from '../../server/kernel/faults.ts';
import { directionOf, useReading, useWords } from './language.tsx';
import { setPreferences } from './preferences.ts';
import { kitWords } from './words.ts';

/** Each language is named in itself, so that its reader finds it whatever is shown now. */
export const languageNames: Readonly<Record<Language, string>> = {
  ar: 'العربية',
  fr: 'Français',
  en: 'English',
};

export const LanguageSwitch = () => {
  const say = useWords(kitWords);
  const { language } = useReading();
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          c="inherit"
          px="xs"
          leftSection={<IconLanguage size={20} aria-hidden />}
          aria-label={`${say('language')}: ${languageNames[language]}`}
        >
          <Box component="bdi" lang={language} visibleFrom="xs">
            {languageNames[language]}
          </Box>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup
          value={language}
          onChange={(value) => {
            const chosen = languages.find((entry) => entry === value);
            if (chosen) setPreferences({ language: chosen });
          }}
        >
          {languages.map((entry) => (
            <Menu.RadioItem key={entry} value={entry} lang={entry} dir={directionOf(entry)}>
              {languageNames[entry]}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
};
