-- Major events of this service: venues, sessions, what else is to be protected, posts, and what was changed.
create table events_event (
  id text primary key,
  holder text not null,
  code text not null,
  name jsonb not null,
  first_day date not null,
  last_day date not null check (last_day >= first_day),
  country text,
  purpose text not null,
  legal_basis text not null,
  version integer not null check (version >= 1),
  unique (holder, code)
);

create table events_venue (
  id text primary key,
  holder text not null,
  event text not null references events_event (id),
  code text not null,
  name jsonb not null,
  town text,
  country text,
  lat double precision check (lat between -90 and 90),
  lon double precision check (lon between -180 and 180),
  capacity integer check (capacity >= 0),
  zones jsonb not null,
  gates jsonb not null,
  outline jsonb,
  first_day date,
  last_day date,
  state text not null check (state in ('in-use', 'cancelled')),
  version integer not null check (version >= 1),
  check ((lat is null) = (lon is null)),
  unique (event, code)
);

create table events_session (
  id text primary key,
  holder text not null,
  event text not null references events_event (id),
  venue text references events_venue (id),
  code text not null,
  title text not null,
  discipline text,
  phase text,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at >= starts_at),
  nations text[] not null,
  spectators integer check (spectators >= 0),
  expected_spectators jsonb not null,
  units jsonb not null,
  state text not null check (state in ('planned', 'moved', 'cancelled')),
  -- Folded words of all that it is found by.
  found_by text not null,
  version integer not null check (version >= 1),
  unique (event, code)
);
create index events_session_starts on events_session (event, starts_at, id);
create index events_session_venue on events_session (venue, starts_at, id);

create table events_object (
  id text primary key,
  holder text not null,
  event text not null references events_event (id),
  code text not null,
  kind text not null,
  name jsonb not null,
  town text,
  lat double precision check (lat between -90 and 90),
  lon double precision check (lon between -180 and 180),
  line jsonb,
  outline jsonb,
  from_at timestamptz,
  to_at timestamptz check (to_at >= from_at),
  state text not null check (state in ('in-use', 'cancelled')),
  version integer not null check (version >= 1),
  check ((lat is null) = (lon is null)),
  unique (event, code)
);

create table events_post (
  id text primary key,
  holder text not null,
  event text not null references events_event (id),
  venue text references events_venue (id),
  -- A zone of the venue.
  zone text check (zone is null or venue is not null),
  object text references events_object (id),
  session text references events_session (id),
  requirement jsonb not null,
  quantity integer not null check (quantity >= 1),
  from_at timestamptz not null,
  to_at timestamptz not null check (to_at > from_at),
  priority smallint not null check (priority between 1 and 5),
  needs_host_pair boolean not null,
  reason text not null,
  -- Null where an officer wrote it by hand.
  template text,
  risk_level text check ((template is null) = (risk_level is null)),
  removed_at timestamptz,
  version integer not null check (version >= 1),
  check ((venue is null) <> (object is null))
);
create index events_post_from on events_post (event, from_at, id) where removed_at is null;
create index events_post_venue on events_post (venue, from_at) where removed_at is null;
create index events_post_object on events_post (object) where removed_at is null;
create index events_post_session on events_post (session);

-- Who changed what, and why; only ever added to.
create table events_change (
  id bigint generated always as identity primary key,
  holder text not null,
  event text not null references events_event (id),
  kind text not null check (kind in ('event', 'venue', 'session', 'object', 'post')),
  subject text not null,
  at timestamptz not null,
  by text not null,
  act text not null check (act in ('made', 'changed', 'cancelled', 'restored', 'removed')),
  reason text,
  import text,
  -- Of the subject, once this was done.
  version integer not null,
  -- The fields that changed, as they were and as they are.
  before jsonb not null,
  after jsonb not null
);
create index events_change_subject on events_change (subject, id desc);
create index events_change_import on events_change (import, id) where import is not null;

create function events_refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'what was done to an event is not rewritten' using errcode = 'insufficient_privilege';
end $$;
create trigger append_only before update or delete or truncate on events_change
  for each statement execute function events_refuse_change();

-- The same rules as mayReadEvents and mayPlanEvents in policy.ts; a test holds them together.
create function events_may_read(holder text) returns boolean language sql stable as $$
  select holder = current_setting('tansiq.party', true) and (
    current_setting('tansiq.reader', true) = 'system'
    or current_setting('tansiq.reader', true) = 'person' and current_setting('tansiq.role', true) in
      ('event-planner', 'centre-head', 'contact-point', 'watch-officer', 'operation-commander'))
$$;
create function events_may_plan(holder text) returns boolean language sql stable as $$
  select holder = current_setting('tansiq.party', true) and (
    current_setting('tansiq.reader', true) = 'system'
    or current_setting('tansiq.reader', true) = 'person'
      and current_setting('tansiq.role', true) = 'event-planner')
$$;
do $$
declare named text;
begin
  foreach named in array array['events_event', 'events_venue', 'events_session', 'events_object',
    'events_post', 'events_change'] loop
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
