import { Alert, Button, Code, CopyButton, Group, Stack, Text } from '@mantine/core';
import { useWords } from '../../kit/language.tsx';
import { kitWords } from '../../kit/words.ts';

interface Needs {
  readonly title: string;
  /** What to do with it, and that it is not shown again. */
  readonly teach: string;
  readonly children: string;
  readonly onClose: () => void;
}

/** A secret that is shown once, to be copied: a one-time link, a token. */
export const OneTimeText = ({ title, teach, children, onClose }: Needs) => {
  const kit = useWords(kitWords);
  return (
    <Alert color="petrol" title={title} role="status">
      <Stack gap="sm">
        <Text size="sm">{teach}</Text>
        <Code block dir="ltr" style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
          {children}
        </Code>
        <Group>
          <CopyButton value={children}>
            {({ copied, copy }) => (
              <Button size="xs" onClick={copy}>
                {kit(copied ? 'copied' : 'copy')}
              </Button>
            )}
          </CopyButton>
          <Button size="xs" variant="default" onClick={onClose}>
            {kit('close')}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
};
