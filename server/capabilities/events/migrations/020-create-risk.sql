-- Risk: what was assessed of sessions, venue-days and other objects, what posts were made of it, and what
-- partners were asked. A target is one text: `session:<id>`, `object:<id>`, `venue-day:<id>:<day>`.

-- Every version of every assessment; only ever added to.
create table events_risk_version (
  holder text not null,
  event text not null references events_event (id),
  target text not null,
  hazard text not null,
  version integer not null check (version >= 1),
  likelihood smallint not null check (likelihood between 1 and 5),
  impact smallint not null check (impact between 1 and 5),
  confidence text not null check (confidence in ('low', 'moderate', 'high')),
  -- 1 low … 4 critical, by the matrix of the day on which it was written.
  rank smallint not null check (rank between 1 and 4),
  reason text not null,
  sources jsonb not null,
  owner text,
  review_on date not null,
  origin text not null check (origin in ('proposal', 'person')),
  at timestamptz not null,
  by text not null,
  primary key (target, hazard, version)
);
create trigger append_only before update or delete or truncate on events_risk_version
  for each statement execute function events_refuse_change();

-- The last version of each, and of each target what it comes to: lists and maps do not read the history.
create table events_risk_current (
  target text not null,
  hazard text not null,
  holder text not null,
  event text not null references events_event (id),
  version integer not null,
  likelihood smallint not null,
  impact smallint not null,
  confidence text not null,
  rank smallint not null,
  review_on date not null,
  at timestamptz not null,
  primary key (target, hazard)
);
create index events_risk_current_hazard on events_risk_current (event, hazard);
create index events_risk_current_at on events_risk_current (event, at);
create table events_risk_target (
  target text primary key,
  holder text not null,
  event text not null references events_event (id),
  kind text not null check (kind in ('session', 'venue-day', 'object')),
  -- The session, venue or object.
  ref text not null,
  day date check ((day is null) = (kind <> 'venue-day')),
  rank smallint not null,
  -- The hazard that the rank comes from.
  hazard text not null,
  first_review date not null
);
create index events_risk_target_event on events_risk_target (event);

-- Templates that this service wrote, or changed of those that came with the program.
create table events_risk_template (
  id text primary key,
  holder text not null,
  draft jsonb not null,
  version integer not null check (version >= 1),
  retired_at timestamptz,
  changed_by text not null,
  changed_at timestamptz not null
);

-- Posts as generation left them: what a hand did since is told by the version.
create table events_risk_post (
  post text primary key references events_post (id),
  holder text not null,
  event text not null references events_event (id),
  key text not null,
  target text not null,
  hazard text not null,
  rank smallint not null,
  template text not null,
  version integer not null,
  draft jsonb not null,
  unique (event, key)
);

-- Visitor risk analyses that partners were asked for; the request itself is an item.
create table events_risk_ask (
  id text primary key,
  holder text not null,
  event text not null references events_event (id),
  partner text not null,
  milestone text not null,
  due_on date not null,
  item text not null,
  asked_by text not null,
  asked_at timestamptz not null,
  unique (event, partner, milestone)
);
create index events_risk_ask_item on events_risk_ask (item);

-- The same rules as mayReadRisk and mayAssess in risk/policy.ts; a test holds them together.
do $$
declare named text;
begin
  foreach named in array array['events_risk_version', 'events_risk_current', 'events_risk_target',
    'events_risk_template', 'events_risk_post', 'events_risk_ask'] loop
    execute format('alter table %I enable row level security', named);
    execute format('alter table %I force row level security', named);
    execute format('create policy %I on %I for select using (events_may_read(holder))',
      named || '_reader', named);
    execute format('create policy %I on %I for insert with check (events_may_plan(holder))',
      named || '_maker', named);
    execute format('create policy %I on %I for update using (events_may_plan(holder))
      with check (events_may_plan(holder))', named || '_changer', named);
    execute format('create policy %I on %I for delete using (events_may_plan(holder))',
      named || '_remover', named);
  end loop;
end $$;
