/** Risk of one event: the map, the matrix, what rose, proposals, posts, templates, partners’ analyses. */
import { SegmentedControl } from '@mantine/core';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { ApiFault } from '../../../kit/api.ts';
import { ClockZone } from '../../../kit/date-time.tsx';
import { useWords } from '../../../kit/language.tsx';
import { ButtonLink } from '../../../kit/links.tsx';
import { NotFound } from '../../../kit/not-found.tsx';
import { Page } from '../../../kit/page.tsx';
import { useMe } from '../../parties/session.ts';
import { useNameOf } from '../names.ts';
import { mayReadEvents } from '../places.ts';
import { useCalendar, useEvent } from '../queries.ts';
import { HeatView } from './heat-view.tsx';
import { MatrixScreenView } from './matrix-view.tsx';
import { type RiskView, riskViews } from './places.ts';
import { PostsView } from './posts-view.tsx';
import { ProposalsView } from './proposals-view.tsx';
import styles from './risk.module.css';
import { riskWords } from './risk-words.ts';
import { RoseView } from './rose-view.tsx';
import { TemplatesView } from './templates-view.tsx';
import { VisitorsView } from './visitors-view.tsx';

const shownBy = {
  map: HeatView,
  matrix: MatrixScreenView,
  rose: RoseView,
  proposals: ProposalsView,
  posts: PostsView,
  templates: TemplatesView,
  visitors: VisitorsView,
} as const satisfies Record<RiskView, React.ComponentType<{ event: string }>>;

/** The views of risk, and the one that is chosen. */
const RiskViews = ({ event, view }: { event: string; view: RiskView }) => {
  const say = useWords(riskWords);
  const navigate = useNavigate();
  const Shown = shownBy[view];
  return (
    <div className={styles.ground}>
      <div className={styles.views}>
        <SegmentedControl
          aria-label={say('views')}
          mb="md"
          value={view}
          data={riskViews.map((name) => ({ value: name, label: say(name) }))}
          onChange={(value) => {
            const chosen = riskViews.find((name) => name === value);
            if (chosen)
              void navigate({
                to: '/events/$event/risk',
                params: { event },
                search: { view: chosen },
                replace: true,
              });
          }}
        />
      </div>
      <Shown event={event} />
    </div>
  );
};

/** Which view is shown stands in the address; times are by the clock of the node's zone, as in the event. */
export const RiskScreen = () => {
  const say = useWords(riskWords);
  const nameIn = useNameOf();
  const { role, guest } = useMe();
  const { event } = useParams({ from: '/events/$event/risk' });
  const { view = 'map' } = useSearch({ from: '/events/$event/risk' });
  const [found, calendar] = [useEvent(event), useCalendar(event).data];
  if (guest || !mayReadEvents(role)) return <NotFound />;
  if (found.error instanceof ApiFault && found.error.code === 'access/absent') return <NotFound />;
  const title = found.data === undefined ? say('title') : say('titleOf', { event: nameIn(found.data.name) });
  const back = (
    <ButtonLink variant="default" to="/events/$event" params={{ event }} search={{}}>
      {say('toEvent')}
    </ButtonLink>
  );
  return (
    <Page title={title} teach={say('teach')} actions={back}>
      <ClockZone value={calendar?.timeZone ?? null}>
        <RiskViews event={event} view={view} />
      </ClockZone>
    </Page>
  );
};
