import { NativeSelect, Paper, Stack, Switch, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { dayOf } from '../../server/kernel/time.ts';
import { DayText, Moment, useZoneName } from './date-time.tsx';
import { localeOf, useReading, useWords } from './language.tsx';
import { Page } from './page.tsx';
import { digitKinds, monthNames, setPreferences, usePreferences } from './preferences.ts';
import { kitWords } from './words.ts';
import { zoneWords } from './zone-words.ts';

const secondMs = 1_000;

const useNow = (): string => {
  const [now, setNow] = useState(() => new Date().toISOString());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date().toISOString()), secondMs);
    return () => clearInterval(timer);
  }, []);
  return now;
};

/** Now, as every screen would write it under the choices made here. */
const Sample = () => {
  const say = useWords(kitWords);
  const now = useNow();
  return (
    <Paper withBorder p="md" component="section" aria-label={say('sample')}>
      <Text size="sm" c="dimmed">
        {say('sample')}
      </Text>
      <Text fw={600}>
        <Moment at={now} />
      </Text>
      <Text>
        <DayText day={dayOf(now)} />
      </Text>
    </Paper>
  );
};

const ZoneChoice = () => {
  const say = useWords(kitWords);
  const zoneName = useZoneName();
  const { locale } = useReading();
  const { timeZone } = usePreferences();
  const order = new Intl.Collator(locale);
  // The browser's own zone is offered whether or not its city is in the list.
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const zones = [...new Set([timeZone, own, ...Object.keys(zoneWords)])];
  return (
    <NativeSelect
      label={say('timeZone')}
      description={say('timeZoneTeach')}
      value={timeZone}
      data={zones
        .map((value) => ({ value, label: zoneName(value) }))
        .sort((a, b) => order.compare(a.label, b.label))}
      onChange={(event) => setPreferences({ timeZone: event.currentTarget.value })}
    />
  );
};

const monthLabels = {
  maghrebi: 'monthsMaghrebi',
  common: 'monthsCommon',
  levantine: 'monthsLevantine',
} as const;
const digitLabels = { western: 'digitsWestern', 'arabic-indic': 'digitsArabicIndic' } as const;

/** August tells the three usages of month names apart. */
const august = new Date('2024-08-11T00:00:00Z');

const ArabicChoices = () => {
  const say = useWords(kitWords);
  const { months, digits } = usePreferences();
  const sampleOf = (choice: { months?: typeof months; digits?: typeof digits }): string =>
    new Intl.DateTimeFormat(localeOf({ language: 'ar', months, digits, ...choice }), {
      day: 'numeric',
      month: 'long',
      timeZone: 'UTC',
    }).format(august);
  return (
    <>
      <NativeSelect
        label={say('months')}
        value={months}
        data={monthNames.map((value) => ({
          value,
          label: say(monthLabels[value], { sample: sampleOf({ months: value }) }),
        }))}
        onChange={(event) => {
          const chosen = monthNames.find((value) => value === event.currentTarget.value);
          if (chosen) setPreferences({ months: chosen });
        }}
      />
      <NativeSelect
        label={say('digits')}
        value={digits}
        data={digitKinds.map((value) => ({
          value,
          label: say(digitLabels[value], { sample: sampleOf({ digits: value }) }),
        }))}
        onChange={(event) => {
          const chosen = digitKinds.find((value) => value === event.currentTarget.value);
          if (chosen) setPreferences({ digits: chosen });
        }}
      />
    </>
  );
};

/** How dates and keys behave for this reader, in this browser. */
export const SettingsScreen = () => {
  const say = useWords(kitWords);
  const preferences = usePreferences();
  return (
    <Page title={say('settings')} teach={say('settingsTeach')}>
      <Stack maw="32rem">
        <Sample />
        <ZoneChoice />
        <ArabicChoices />
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
