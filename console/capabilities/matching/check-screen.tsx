/** The form of a check; `?item=` takes its list of an item or a request. */
import { Button, Group, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconFileText, IconSend } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { CheckDraft, Suggestion, Typed, Use } from '../../../server/capabilities/matching/contract.ts';
import { EmptyState } from '../../kit/empty-state.tsx';
import { ErrorNotice } from '../../kit/error-notice.tsx';
import { useReading, useWords } from '../../kit/language.tsx';
import { ButtonLink } from '../../kit/links.tsx';
import { Page } from '../../kit/page.tsx';
import { Loaded } from '../../kit/query.tsx';
import { useToasts } from '../../kit/toasts.tsx';
import { useAgreements } from '../agreements/queries.ts';
import { usePartyName } from '../parties/queries.ts';
import { checkWords } from './check-words.ts';
import { type Frame, FramePart, isUntilSound } from './frame-part.tsx';
import { IdentifiersPart } from './identifiers-part.tsx';
import {
  askedOf,
  keysIn,
  type List,
  linesOf,
  listLimits,
  listOf,
  sortReadings,
  typedOf,
  withCountry,
  withKind,
} from './list.ts';
import {
  type Agreement,
  type Field,
  leftToday,
  matchingAgreements,
  type Purpose,
  partnersFor,
  sentFor,
} from './partners.ts';
import { type Chosen, PartnersPart, wayOf } from './partners-part.tsx';
import { PreviewPart } from './preview-part.tsx';
import { useAsk, usePreview, useQuota, useSuggestion } from './queries.ts';

/** How long the hand may rest before what it wrote is read. */
const restMs = 350;

interface FormNeeds {
  readonly agreements: readonly Agreement[];
  readonly uses: readonly Use[];
  readonly suggestion: Suggestion | null;
}

/** Field and purpose to begin with: those of the item, as far as an agreement has them. */
const frameOf = ({ agreements: [first, ...rest], suggestion }: FormNeeds): Frame => {
  const fits = [first, ...rest].some(
    (one) =>
      suggestion !== null &&
      one?.fields.includes(suggestion.field) &&
      one.purposes.includes(suggestion.purpose),
  );
  const field: Field = (fits && suggestion?.field) || first?.fields[0] || 'event-security';
  const purpose: Purpose = (fits && suggestion?.purpose) || first?.purposes[0] || 'event-protection';
  return { field, purpose, reason: '', until: null };
};

/** Asks one partner after the other; says to whom it went when one refuses. */
const useSending = () => {
  const ask = useAsk();
  const [batch] = useState(() => crypto.randomUUID());
  const [sentTo, setSentTo] = useState<readonly string[]>([]);
  const send = async (drafts: readonly Omit<CheckDraft, 'batch'>[]): Promise<boolean> => {
    try {
      for (const draft of drafts) {
        if (sentTo.includes(draft.partner)) continue;
        await ask.mutateAsync({ ...draft, batch });
        setSentTo((before) => [...before, draft.partner]);
      }
      return true;
    } catch {
      // The mutation keeps the fault; it is shown above the button.
      return false;
    }
  };
  return { send, batch, sentTo, error: ask.error, busy: ask.isPending };
};

/** The list, and how the node reads it. */
const useList = (initial: List) => {
  const [list, setList] = useState(initial);
  const typed = useMemo(() => typedOf(list), [list]);
  const [rested] = useDebouncedValue(typed, restMs);
  const isTooLong = typed.length > listLimits.lines;
  const query = usePreview(isTooLong ? [] : rested);
  const readings = typed.length === 0 || isTooLong ? [] : (query.data ?? []);
  // What is typed and not read yet is not what is counted.
  const isRead = rested === typed && !query.isFetching && !query.isPlaceholderData;
  const sorted = sortReadings(readings);
  const keys = keysIn(sorted);
  return { list, setList, query, isTooLong, isRead, asked: askedOf(sorted), keys };
};

interface BarNeeds {
  readonly sending: ReturnType<typeof useSending>;
  readonly wrong: number;
  readonly disabled: boolean;
  readonly onSend: () => void;
}

const SendBar = ({ sending, wrong, disabled, onSend }: BarNeeds) => {
  const say = useWords(checkWords);
  const nameOf = usePartyName();
  const { locale } = useReading();
  const names = new Intl.ListFormat(locale).format(sending.sentTo.map(nameOf));
  return (
    <Stack gap="sm">
      {sending.error && sending.sentTo.length > 0 && (
        <Group gap="xs">
          <Text>{say('sentInPart', { partners: names })}</Text>
          <ButtonLink size="compact-sm" to="/matching/checks/$batch" params={{ batch: sending.batch }}>
            {say('results')}
          </ButtonLink>
        </Group>
      )}
      {sending.error && <ErrorNotice error={sending.error} />}
      {wrong > 0 && (
        <Text role="alert" c="var(--mantine-color-error)" fw={600}>
          {say('fix', { count: wrong })}
        </Text>
      )}
      <Group justify="flex-end">
        <Button
          loading={sending.busy}
          disabled={disabled}
          leftSection={<IconSend size={18} aria-hidden />}
          onClick={onSend}
        >
          {say('send')}
        </Button>
      </Group>
    </Stack>
  );
};

const draftsOf = (
  asked: readonly Typed[],
  { frame, partners, chosen }: { frame: Frame; partners: ReturnType<typeof partnersFor>; chosen: Chosen },
): readonly Omit<CheckDraft, 'batch'>[] =>
  partners.flatMap((partner) => {
    const way = chosen[partner.party] === undefined ? null : wayOf(partner, chosen);
    if (way === null) return [];
    const { until, ...why } = frame;
    const until_ = until === null ? {} : { until };
    const identifiers = [...asked];
    return [{ ...why, ...until_, agreement: way.agreement.id, partner: partner.party, identifiers }];
  });

/** What is filled in, what of it can be sent, and what is still wrong. */
const useCheckForm = (needs: FormNeeds) => {
  const { agreements, uses, suggestion } = needs;
  const what = useList(listOf(suggestion));
  const { asked, keys, isTooLong } = what;
  const [frame, setFrame] = useState(() => frameOf(needs));
  const [chosen, setChosen] = useState<Chosen>({});
  const partners = partnersFor(agreements, uses, frame);
  const drafts = draftsOf(asked, { frame, partners, chosen });
  const isOver = partners.some((partner) => {
    const way = chosen[partner.party] === undefined ? null : wayOf(partner, chosen);
    return way !== null && sentFor(keys, way.agreement) > leftToday(way.use);
  });
  // One who was chosen may not be covered any more once field or purpose have changed.
  const hasPartner = partners.some(({ party }) => chosen[party] !== undefined);
  const problems = [
    asked.length === 0 || isTooLong,
    frame.reason.trim() === '',
    !hasPartner,
    isOver,
    frame.until !== null && !isUntilSound(frame.until),
  ].filter(Boolean).length;
  const changeFrame = (change: Partial<Frame>): void => setFrame((before) => ({ ...before, ...change }));
  return { ...what, frame, changeFrame, partners, chosen, setChosen, hasPartner, drafts, problems };
};

const Form = (needs: FormNeeds) => {
  const say = useWords(checkWords);
  const show = useToasts();
  const navigate = useNavigate();
  const { suggestion, agreements } = needs;
  const form = useCheckForm(needs);
  const { list, asked, isRead, isTooLong } = form;
  const [tried, setTried] = useState(false);
  const sending = useSending();
  const send = async (): Promise<void> => {
    setTried(true);
    if (form.problems > 0 || !isRead || !(await sending.send(form.drafts))) return;
    show({ text: say('sent') });
    void navigate({ to: '/matching/checks/$batch', params: { batch: sending.batch } });
  };
  const missing = tried && isRead && asked.length === 0 ? say('needIdentifiers') : null;
  return (
    <Stack maw="64rem">
      <IdentifiersPart
        list={list}
        error={isTooLong ? say('tooMany', { limit: listLimits.lines }) : missing}
        from={suggestion && { title: suggestion.title, found: suggestion.identifiers.length }}
        onChange={form.setList}
      />
      <PreviewPart
        query={form.query}
        isEmpty={isTooLong || linesOf(list.text).length === 0}
        onKind={(texts, kind) => form.setList(withKind(list, texts, kind))}
        onCountry={(texts, country) => form.setList(withCountry(list, texts, country))}
      />
      <FramePart frame={form.frame} agreements={agreements} checked={tried} onChange={form.changeFrame} />
      <PartnersPart
        partners={form.partners}
        chosen={form.chosen}
        asked={asked.length}
        keys={form.keys}
        error={tried && !form.hasPartner ? say('needPartner') : null}
        onChange={form.setChosen}
      />
      <SendBar
        sending={sending}
        wrong={tried ? form.problems : 0}
        disabled={!isRead && linesOf(list.text).length > 0}
        onSend={() => void send()}
      />
    </Stack>
  );
};

const WithAgreements = ({ suggestion }: Pick<FormNeeds, 'suggestion'>) => {
  const say = useWords(checkWords);
  const quota = useQuota();
  return (
    <Loaded query={useAgreements()}>
      {(all) => (
        <Loaded query={quota}>
          {(uses) => {
            const agreements = matchingAgreements(all, uses);
            return agreements.length === 0 ? (
              <EmptyState icon={IconFileText} title={say('noAgreement')} teach={say('noAgreementTeach')} />
            ) : (
              <Form agreements={agreements} uses={uses} suggestion={suggestion} />
            );
          }}
        </Loaded>
      )}
    </Loaded>
  );
};

const FromItem = ({ item }: { item: string }) => (
  <Loaded query={useSuggestion(item)}>{(suggestion) => <WithAgreements suggestion={suggestion} />}</Loaded>
);

export const CheckScreen = () => {
  const say = useWords(checkWords);
  const { item } = useSearch({ from: '/matching/check' });
  return (
    <Page title={say('title')} teach={say('teach')}>
      {item === undefined ? <WithAgreements suggestion={null} /> : <FromItem key={item} item={item} />}
    </Page>
  );
};
