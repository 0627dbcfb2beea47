import { NativeSelect, Stack, Switch, Text } from '@mantine/core';
import { Moment } from './date-time.tsx';
import { localeOf, useWords } from './language.tsx';
import { Page } from './page.tsx';
import { type MonthNames, monthNames, setPreferences, usePreferences } from './preferences.ts';
import { kitWords } from './words.ts';

/** Zones offered by name; the browser's own is added when it is another. */
const timeZones = [
  'UTC',
  'Africa/Casablanca',
  'Europe/Paris',
  'Europe/Madrid',
  'Europe/Lisbon',
  'America/New_York',
];

/** August tells the three usages apart. */
const sampleOf = (months: MonthNames): string =>
  new Intl.DateTimeFormat(localeOf('ar', months), { month: 'long', timeZone: 'UTC' }).format(
    new Date('2024-08-11T00:00:00Z'),
  );

const monthLabels = {
  maghrebi: 'monthsMaghrebi',
  common: 'monthsCommon',
  levantine: 'monthsLevantine',
} as const;

/** How dates and keys behave for this reader, in this browser. */
export const SettingsScreen = () => {
  const say = useWords(kitWords);
  const preferences = usePreferences();
  const zones = [...new Set([preferences.timeZone, ...timeZones])];
  return (
    <Page title={say('settings')} teach={say('settingsTeach')}>
      <Stack maw="32rem">
        <NativeSelect
          label={say('timeZone')}
          description={say('timeZoneTeach')}
          value={preferences.timeZone}
          data={zones}
          onChange={(event) => setPreferences({ timeZone: event.currentTarget.value })}
        />
        <Text size="sm">
          {say('sampleNow')}
          <Moment at={new Date().toISOString()} />
        </Text>
        <NativeSelect
          label={say('months')}
          value={preferences.months}
          data={monthNames.map((value) => ({
            value,
            label: say(monthLabels[value], { sample: sampleOf(value) }),
          }))}
          onChange={(event) => {
            const chosen = monthNames.find((value) => value === event.currentTarget.value);
            if (chosen) setPreferences({ months: chosen });
          }}
        />
        <Switch
          label={say('hijri')}
          checked={preferences.hijri}
          onChange={(event) => setPreferences({ hijri: event.currentTarget.checked })}
        />
        <Switch
          label={say('shortcutsOn')}
          checked={preferences.shortcuts}
          onChange={(event) => setPreferences({ shortcuts: event.currentTarget.checked })}
        />
      </Stack>
    </Page>
  );
};
