/** One request: what is asked, how far it has come at each addressee, and the answers. */
import { Alert, Badge, Button, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconEdit, IconFileText, IconUserCheck } from '@tabler/icons-react';
import { useNavigate, useParams } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import type { Ask, Item, RequestView } from '../../../server/capabilities/requests/contract.ts';
import { ErrorNotice } from '../../kit/error-notice.tsx';
import { usePick, useWords } from '../../kit/language.tsx';
import { languageNames } from '../../kit/language-switch.tsx';
import { ButtonLink, TextLink } from '../../kit/links.tsx';
import { MarkingBanner } from '../../kit/marking-banner.tsx';
import { OwnWords } from '../../kit/own-words.tsx';
import { Page } from '../../kit/page.tsx';
import { Loaded } from '../../kit/query.tsx';
import { useShortcuts } from '../../kit/shortcuts.tsx';
import { terms } from '../../kit/terms.ts';
import { splitAttachments } from '../exchange/draft-attachments.ts';
import { useItemVerb } from '../exchange/queries.ts';
import { StixCard, StixNames } from '../exchange/stix-card.tsx';
import { ThreadSection } from '../exchange/threads/thread.tsx';
import { urgencyWords } from '../exchange/urgency-words.ts';
import { usePartyName } from '../parties/queries.ts';
import { mayWrite } from '../parties/role-places.ts';
import { useMe } from '../parties/session.ts';
import { AnswerForm } from './answer-form.tsx';
import { Earlier } from './earlier.tsx';
import { ExportMenu } from './export-menu.tsx';
import { useRequest } from './queries.ts';
import { pageWords } from './request-words.ts';
import { StrandCard } from './strand-card.tsx';
import { StateBadge, UrgencyBadge } from './strand-state.tsx';
import { useTriage } from './triage.tsx';

const requestType = 'x-tansiq-request';

const Actions = ({ item, more }: { item: Item; more: ReactNode }) => {
  const say = useWords(pageWords);
  const propose = useItemVerb('propose');
  const isDraft = item.own && (item.state === 'draft' || item.state === 'returned');
  return (
    <>
      {propose.isError && <ErrorNotice error={propose.error} />}
      {more}
      <ButtonLink
        variant="default"
        to="/exchange/items/$id"
        params={{ id: item.id }}
        leftSection={<IconFileText size={18} aria-hidden />}
      >
        {say('itemPage')}
      </ButtonLink>
      <ExportMenu id={item.id} />
      {isDraft && (
        <ButtonLink
          variant="default"
          to="/requests/ask"
          search={{ item: item.id }}
          leftSection={<IconEdit size={18} aria-hidden />}
        >
          {say('edit')}
        </ButtonLink>
      )}
      {isDraft && (
        <Button
          loading={propose.isPending}
          leftSection={<IconUserCheck size={18} aria-hidden />}
          onClick={() => propose.mutate(item)}
        >
          {say('propose')}
        </Button>
      )}
    </>
  );
};

const Fact = ({ name, children }: { name: string; children: string }) => (
  <div>
    <Text size="sm" c="dimmed">
      {name}
    </Text>
    <OwnWords size="sm">{children}</OwnWords>
  </div>
);

const gradeOf = ({ knownGrading }: Ask): string =>
  knownGrading === null ? '' : ` (${knownGrading.source}${knownGrading.information})`;

const Asked = ({ item, ask }: { item: Item; ask: Ask }) => {
  const say = useWords(pageWords);
  const urgency = useWords(urgencyWords);
  const { others } = splitAttachments(item.objects);
  const subjects = others.filter(({ type }) => type !== requestType && type !== 'note');
  return (
    <Stack gap="md">
      <section aria-labelledby="question-title">
        <Title order={2} size="h4" id="question-title">
          {say('question')}
        </Title>
        <OwnWords lang={item.language} maw="min(70ch, 100%)">
          {item.summary}
        </OwnWords>
      </section>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        <Fact name={say('urgency')}>{urgency(ask.urgency)}</Fact>
        {ask.urgencyReason !== '' && <Fact name={say('reason')}>{ask.urgencyReason}</Fact>}
        {ask.known !== '' && <Fact name={`${say('known')}${gradeOf(ask)}`}>{ask.known}</Fact>}
        <Fact name={say('languages')}>
          {ask.answerLanguages.map((entry) => languageNames[entry]).join(' · ')}
        </Fact>
      </SimpleGrid>
      {subjects.length > 0 && (
        <section aria-labelledby="subjects-title">
          <Title order={2} size="h4" id="subjects-title" mb="xs">
            {say('subjects')}
          </Title>
          <StixNames objects={item.objects}>
            <SimpleGrid cols={{ base: 1, md: 2 }} spacing="sm">
              {subjects.map((object) => (
                <StixCard key={String(object.id)} object={object} />
              ))}
            </SimpleGrid>
          </StixNames>
        </section>
      )}
    </Stack>
  );
};

const OwnAnswers = ({ answers }: Pick<RequestView, 'answers'>) => {
  const say = useWords(pageWords);
  const waiting = answers.filter(({ state }) => state !== 'released' && state !== 'recalled');
  if (waiting.length === 0) return null;
  return (
    <section aria-labelledby="answers-title">
      <Title order={2} size="h4" id="answers-title" mb="xs">
        {say('answers')}
      </Title>
      <Stack gap="xs">
        {waiting.map(({ id, title, state, outcome }) => (
          <Group key={id} gap="xs">
            <TextLink to="/exchange/items/$id" params={{ id }}>
              <bdi>{title}</bdi>
            </TextLink>
            {(state === 'draft' || state === 'proposed' || state === 'returned') && (
              <StateBadge state={state} />
            )}
            <Text size="sm" c="dimmed">
              {say(outcome)}
            </Text>
          </Group>
        ))}
      </Stack>
    </section>
  );
};

const useWayBack = (): void => {
  const say = useWords(pageWords);
  const navigate = useNavigate();
  const shortcuts = useMemo(
    () => [{ keys: 'Escape', label: say('back'), run: () => void navigate({ to: '/requests' }) }],
    [say, navigate],
  );
  useShortcuts(shortcuts);
};

const canAnswer: readonly string[] = ['received', 'accepted', 'clarification', 'partly'];

/** What other capabilities add to the page; the console's routes give it. */
interface OriginNeeds {
  /** Says of what the request was made, where it was made of something. */
  readonly origin: (item: string) => ReactNode;
  readonly actions: (item: Item) => ReactNode;
}

const View = ({ request, origin, actions }: OriginNeeds & { request: RequestView }) => {
  const { item, ask, strands, steps, answers, handOvers } = request;
  const say = useWords(pageWords);
  const pick = usePick();
  const nameOf = usePartyName();
  const me = useMe();
  // The keys act where it is our turn; with several addressees the first of them.
  const at = strands.find(({ waitsFor }) => waitsFor === 'us') ?? strands[0] ?? null;
  const triage = useTriage(at);
  useWayBack();
  const ours = strands.find(({ addressee }) => addressee === me.party.id);
  return (
    <Page title={item.title || say('question')} actions={<Actions item={item} more={ask && actions(item)} />}>
      <Group gap="xs">
        {ask !== null && <UrgencyBadge urgency={ask.urgency} />}
        <Badge variant="light">{pick(terms.states.item[item.state])}</Badge>
        <Text size="sm" c="dimmed">
          {pick(terms.fields[item.marking.field])}
        </Text>
      </Group>
      {item.own && origin(item.id)}
      <MarkingBanner marking={item.marking} nameOf={nameOf} />
      {ask !== null && <Earlier id={item.id} />}
      {ask === null ? <Alert color="gray">{say('recalled')}</Alert> : <Asked item={item} ask={ask} />}
      <section aria-labelledby="strands-title">
        <Title order={2} size="h4" id="strands-title" mb="xs">
          {say('strands')}
        </Title>
        {strands.length === 0 && <Text c="dimmed">{say('notSent')}</Text>}
        <Stack gap="sm">
          {strands.map((strand) => (
            <StrandCard
              key={strand.addressee}
              strand={strand}
              steps={steps.filter(({ addressee }) => addressee === strand.addressee)}
              handOvers={handOvers.filter(({ addressee }) => addressee === strand.addressee)}
              onOpen={triage.open}
            />
          ))}
        </Stack>
      </section>
      <OwnAnswers answers={answers} />
      {ours && ask !== null && canAnswer.includes(ours.state) && mayWrite(me.role) && (
        <AnswerForm item={item} ask={ask} />
      )}
      <ThreadSection item={item} />
      {triage.dialogs}
    </Page>
  );
};

export const RequestScreen = (needs: OriginNeeds) => {
  const { id } = useParams({ from: '/requests/$id' });
  return (
    <Loaded query={useRequest(id)}>
      {(request) => <View key={request.item.id} request={request} {...needs} />}
    </Loaded>
  );
};
