import { Code, Group, Paper, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core';
import { useWords } from '../../kit/language.tsx';
import type { TotpSetup } from './security-queries.ts';
import { securityWords } from './security-words.ts';

/** SVG text from the node as an image: it is drawn, never run. */
export const Qr = ({ svg, label }: { svg: string; label: string }) => (
  <img
    src={`data:image/svg+xml;utf8,${encodeURIComponent(svg)}`}
    alt={label}
    width={168}
    height={168}
    style={{ background: '#fff', padding: 8, borderRadius: 8 }}
  />
);

interface Needs {
  readonly setup: TotpSetup;
  readonly code: string;
  readonly onCode: (code: string) => void;
}

/** The code to scan, the same in letters, and where the first answer goes. */
export const TotpScan = ({ setup, code, onCode }: Needs) => {
  const say = useWords(securityWords);
  return (
    <Group align="flex-start" gap="lg">
      <Qr svg={setup.qr} label={say('totpQr')} />
      <Stack gap="sm" maw="22rem">
        <Text size="sm">{say('totpScan')}</Text>
        <div>
          <Text size="sm" c="dimmed">
            {say('totpKey')}
          </Text>
          <Code dir="ltr" bg="var(--surface)" c="inherit">
            {setup.secret}
          </Code>
        </div>
        <TextInput
          label={say('code')}
          dir="ltr"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={6}
          value={code}
          onChange={(event) => onCode(event.currentTarget.value)}
        />
      </Stack>
    </Group>
  );
};

export const RecoveryCodes = ({ codes }: { codes: readonly string[] }) => {
  const say = useWords(securityWords);
  return (
    <Paper withBorder p="md" role="status">
      <Title order={3} size="h5">
        {say('recovery')}
      </Title>
      <Text size="sm" mb="sm">
        {say('recoveryTeach')}
      </Text>
      <SimpleGrid cols={{ base: 2, xs: 4 }} spacing="xs">
        {codes.map((code) => (
          <Code key={code} dir="ltr" ta="center" bg="var(--surface)" c="inherit">
            {code}
          </Code>
        ))}
      </SimpleGrid>
    </Paper>
  );
};
