/** Asks chosen partners at once; the text is the node's, and can be changed before. */
import { Button, Checkbox, Group, Modal, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type {
  VisitorDraft,
  VisitorMilestone,
  Visitors,
  VisitorText,
} from '../../../../server/capabilities/events/risk/visitor-contract.ts';
import { type Language, languages } from '../../../../server/kernel/faults.ts';
import type { PartyId } from '../../../../server/kernel/ids.ts';
import { isVisible } from '../../../../server/kernel/visible.ts';
import { ErrorNotice } from '../../../kit/error-notice.tsx';
import { directionOf, useReading, useWords } from '../../../kit/language.tsx';
import { languageNames } from '../../../kit/language-switch.tsx';
import { useToasts } from '../../../kit/toasts.tsx';
import { kitWords } from '../../../kit/words.ts';
import { usePartyName } from '../../parties/queries.ts';
import { useAskVisitors, useVisitorText } from './queries.ts';
import { visitorWords } from './visitor-words.ts';

interface Needs {
  readonly event: string;
  readonly visitors: Visitors;
  readonly milestone: VisitorMilestone;
  readonly onClose: () => void;
}

/** Those who can be asked and were not. */
const openTo = ({ visitors, milestone }: Needs): readonly PartyId[] =>
  visitors.partners
    .filter(({ covered, linked }) => covered && linked)
    .map(({ partner }) => partner)
    .filter((partner) =>
      visitors.asks.every(
        (ask) => ask.partner !== partner || ask.milestone !== milestone || ask.state === 'withdrawn',
      ),
    );

const Partners = (needs: {
  open: readonly PartyId[];
  chosen: readonly PartyId[];
  onChange: (chosen: readonly PartyId[]) => void;
}) => {
  const say = useWords(visitorWords);
  const nameOf = usePartyName();
  const { open, chosen, onChange } = needs;
  return (
    <Stack gap="xs">
      <Checkbox
        label={say('all')}
        checked={open.length > 0 && chosen.length === open.length}
        indeterminate={chosen.length > 0 && chosen.length < open.length}
        disabled={open.length === 0}
        onChange={({ currentTarget }) => onChange(currentTarget.checked ? open : [])}
      />
      <Checkbox.Group
        label={say('partners')}
        value={[...chosen]}
        onChange={(values) => onChange(open.filter((partner) => values.includes(partner)))}
      >
        <Group gap="md" mt={6}>
          {open.map((partner) => (
            <Checkbox key={partner} value={partner} label={nameOf(partner)} />
          ))}
        </Group>
      </Checkbox.Group>
    </Stack>
  );
};

const Written = (needs: {
  text: VisitorText;
  language: Language;
  propose: boolean;
  onLanguage: (language: Language) => void;
  onText: (text: VisitorText) => void;
  onPropose: (propose: boolean) => void;
}) => {
  const say = useWords(visitorWords);
  const { text, language, propose } = needs;
  const side = { lang: language, dir: directionOf(language) };
  return (
    <>
      <NativeSelect
        label={say('language')}
        value={language}
        data={languages.map((value) => ({ value, label: languageNames[value] }))}
        onChange={({ currentTarget }) => {
          needs.onLanguage(languages.find((one) => one === currentTarget.value) ?? language);
        }}
      />
      <TextInput
        {...side}
        label={say('titleField')}
        required
        maxLength={300}
        value={text.title}
        onChange={({ currentTarget }) => needs.onText({ ...text, title: currentTarget.value })}
      />
      <Textarea
        {...side}
        label={say('text')}
        required
        autosize
        minRows={6}
        maxRows={16}
        maxLength={20_000}
        value={text.summary}
        onChange={({ currentTarget }) => needs.onText({ ...text, summary: currentTarget.value })}
      />
      <Checkbox
        label={say('propose')}
        checked={propose}
        onChange={({ currentTarget }) => needs.onPropose(currentTarget.checked)}
      />
    </>
  );
};

const Buttons = (needs: {
  count: number;
  isWhole: boolean;
  busy: boolean;
  onSend: () => void;
  onClose: () => void;
}) => {
  const say = useWords(visitorWords);
  const kit = useWords(kitWords);
  return (
    <Group justify="flex-end">
      <Button variant="default" onClick={needs.onClose}>
        {kit('cancel')}
      </Button>
      <Button disabled={!needs.isWhole} loading={needs.busy} onClick={needs.onSend}>
        {say('send', { count: needs.count })}
      </Button>
    </Group>
  );
};

const useSend = (
  needs: Needs,
  ask: ReturnType<typeof useAskVisitors>,
  draft: Omit<VisitorDraft, 'milestone'>,
): (() => void) => {
  const say = useWords(visitorWords);
  const toast = useToasts();
  const onSuccess = (): void => {
    toast({ text: say('asked') });
    needs.onClose();
  };
  return () => ask.mutate({ ...draft, milestone: needs.milestone }, { onSuccess });
};

export const AskVisitors = (needs: Needs) => {
  const say = useWords(visitorWords);
  const kit = useWords(kitWords);
  const reading = useReading();
  const [language, setLanguage] = useState(reading.language);
  const [written, setWritten] = useState<VisitorText | null>(null);
  const [propose, setPropose] = useState(true);
  const open = openTo(needs);
  const [chosen, setChosen] = useState<readonly PartyId[]>(open);
  const given = useVisitorText(needs.event, { milestone: needs.milestone, language });
  const ask = useAskVisitors(needs.event);
  const text = written ?? given.data ?? { title: '', summary: '' };
  const isWhole = chosen.length > 0 && isVisible(text.title) && isVisible(text.summary);
  const send = useSend(needs, ask, { ...text, partners: [...chosen], language, propose });
  return (
    <Modal
      opened
      size="lg"
      title={`${say('askTitle')} · ${say(needs.milestone)}`}
      closeButtonProps={{ 'aria-label': kit('close') }}
      onClose={needs.onClose}
    >
      <Stack gap="sm">
        <Partners open={open} chosen={chosen} onChange={setChosen} />
        <Written
          text={text}
          language={language}
          propose={propose}
          onLanguage={(chosenLanguage) => {
            setLanguage(chosenLanguage);
            setWritten(null);
          }}
          onText={setWritten}
          onPropose={setPropose}
        />
        {ask.isError && <ErrorNotice error={ask.error} />}
        <Buttons
          count={chosen.length}
          isWhole={isWhole}
          busy={ask.isPending}
          onSend={send}
          onClose={needs.onClose}
        />
      </Stack>
    </Modal>
  );
};
