/** Who gets which part of an object, said in plain words: everyone, some, or nobody outside the service. */
import { Alert, Button, Checkbox, Group, List, NativeSelect, Paper, Stack, Text } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import { useState } from 'react';
import type { ItemDraft } from '../../../server/capabilities/exchange/contract.ts';
import { useWords } from '../../kit/language.tsx';
import { Name } from '../../kit/name.tsx';
import { usePartyName } from '../parties/queries.ts';
import type { Withholding } from './subject-kinds.ts';
import { withholdingWords } from './withholding-words.ts';

type Recipients = ItemDraft['recipients'];

/** A part that can be withheld by itself; `selector` null is the whole object. */
export interface Part {
  readonly selector: string | null;
  readonly label: string;
}

interface Needs {
  readonly parts: readonly Part[];
  readonly recipients: Recipients;
  readonly value: readonly Withholding[];
  readonly onChange: (value: readonly Withholding[]) => void;
}

const choices = ['everyone', 'never', 'only'] as const;
type Choice = (typeof choices)[number];

const choiceOf = (withholding: Withholding | undefined): Choice =>
  withholding === undefined ? 'everyone' : withholding.except.length === 0 ? 'never' : 'only';

interface PartNeeds {
  readonly part: Part;
  readonly recipients: Recipients;
  readonly withholding: Withholding | undefined;
  readonly onChange: (except: Recipients | null) => void;
}

const PartChoice = ({ part, recipients, withholding, onChange }: PartNeeds) => {
  const say = useWords(withholdingWords);
  const nameOf = usePartyName();
  const choice = choiceOf(withholding);
  const choose = (wanted: string): void => {
    if (wanted === 'everyone') onChange(null);
    else onChange(wanted === 'never' ? [] : recipients.slice(0, 1));
  };
  // Some of one is all: the choice is offered where there are several.
  const offered = choices.filter((entry) => entry !== 'only' || recipients.length > 1 || choice === 'only');
  return (
    <Group align="flex-start" gap="md">
      <NativeSelect
        label={part.label}
        miw="14rem"
        value={choice}
        data={offered.map((value) => ({ value, label: say(value) }))}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      {withholding && choice === 'only' && (
        <Checkbox.Group
          label={say('onlyWhom')}
          value={withholding.except}
          // The last name stays: nobody at all is another choice, and has to be made as such.
          onChange={(chosen) => {
            if (chosen.length > 0) onChange(recipients.filter((party) => chosen.includes(party)));
          }}
        >
          <Group mt={6} gap="sm">
            {recipients.map((party) => (
              <Checkbox key={party} value={party} label={<Name>{nameOf(party)}</Name>} />
            ))}
          </Group>
        </Checkbox.Group>
      )}
    </Group>
  );
};

/** What is withheld, in sentences. */
const Summary = ({ parts, value }: Pick<Needs, 'parts' | 'value'>) => {
  const say = useWords(withholdingWords);
  const nameOf = usePartyName();
  return (
    <List size="sm" icon={<IconEyeOff size={14} aria-hidden />} mt={4}>
      {value.map(({ selector, except }) => {
        const part = parts.find((entry) => entry.selector === selector)?.label ?? selector ?? say('whole');
        return (
          <List.Item key={selector ?? ''}>
            {except.length === 0
              ? say('isNever', { part })
              : say('isOnly', { part, names: except.map(nameOf).join(' · ') })}
          </List.Item>
        );
      })}
    </List>
  );
};

const Choices = ({ parts, recipients, value, onChange }: Needs) => {
  const say = useWords(withholdingWords);
  const isGone = value.some(({ selector, except }) => selector === null && except.length === 0);
  const set = (selector: string | null, except: Recipients | null): void => {
    const others = value.filter((entry) => entry.selector !== selector);
    onChange(except === null ? others : [...others, { selector, except }]);
  };
  // Of what never leaves, no part can be given.
  const shown = isGone ? parts.filter(({ selector }) => selector === null) : parts;
  return (
    <Paper bg="var(--surface)" p="sm" mt={6}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {say('teach')}
        </Text>
        {recipients.length === 0 && <Alert color="yellow">{say('noRecipients')}</Alert>}
        {shown.map((part) => (
          <PartChoice
            key={part.selector ?? ''}
            part={part}
            recipients={recipients}
            withholding={value.find(({ selector }) => selector === part.selector)}
            onChange={(except) => set(part.selector, except)}
          />
        ))}
      </Stack>
    </Paper>
  );
};

/** Folded under each object of a draft: what of it some recipients, or all, do not get. */
export const WithholdingEditor = (needs: Needs) => {
  const say = useWords(withholdingWords);
  const [opened, setOpened] = useState(false);
  return (
    <div>
      <Button
        size="compact-xs"
        variant="subtle"
        aria-expanded={opened}
        leftSection={<IconEyeOff size={14} aria-hidden />}
        onClick={() => setOpened(!opened)}
      >
        {say(opened ? 'close' : 'open')}
      </Button>
      {opened ? (
        <Choices {...needs} />
      ) : (
        needs.value.length > 0 && <Summary parts={needs.parts} value={needs.value} />
      )}
    </div>
  );
};
