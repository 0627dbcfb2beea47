-- The roster of an event: plans as they stood, drafts that people edit, what was published, and what
-- units were told. All writing is the house's, after its policy; who reads is said below and in policy.ts.

-- Posts, units and rules as they stood when somebody asked; never changed: a result can be reproduced.
create table roster_plan (
  id text primary key,
  holder text not null,
  event text not null,
  content text not null,
  hash text not null,
  made_at timestamptz not null
);
create index roster_plan_event on roster_plan (event, made_at desc);

create table roster_draft (
  id text primary key,
  holder text not null,
  event text not null,
  plan text not null references roster_plan (id),
  name text not null,
  -- What it is a copy of.
  copied_from text,
  state text not null check (state in ('open', 'proposed', 'published', 'discarded')),
  -- One more with each edit: who edits what he did not see is told so.
  version integer not null default 1,
  -- How many of its edits stand; those after them were undone.
  place integer not null default 0,
  -- What the solver said last: seed, iterations, bound.
  solved jsonb,
  made_by text not null,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  proposed_by text,
  proposed_at timestamptz,
  -- Why it came back from the one who approves.
  returned text
);
create index roster_draft_event on roster_draft (event, changed_at desc);

-- Who stands on which seat of which post; the whole of it where no period is said.
create table roster_standing (
  draft text not null references roster_draft (id) on delete cascade,
  holder text not null,
  post text not null,
  seat integer not null check (seat >= 0),
  unit text not null,
  starts_at timestamptz,
  ends_at timestamptz,
  primary key (draft, post, seat)
);
-- What people settled: pins, overrides, prohibitions, locks.
create table roster_hold (
  draft text not null references roster_draft (id) on delete cascade,
  holder text not null,
  key text not null,
  hold jsonb not null,
  primary key (draft, key),
  -- Nobody sets aside that a visiting officer stands beside one of the host.
  check (not (hold -> 'rules' ?| array['host-pair', 'escort']))
);
create table roster_edit (
  draft text not null references roster_draft (id) on delete cascade,
  holder text not null,
  place integer not null check (place > 0),
  kind text not null,
  changes text not null,
  done_by text not null,
  done_at timestamptz not null,
  primary key (draft, place)
);

-- Work in a thread: it outlives the page that asked for it, and not the process.
create table roster_job (
  id text primary key,
  holder text not null,
  draft text not null references roster_draft (id) on delete cascade,
  kind text not null check (kind in ('solve', 'replan')),
  state text not null check (state in ('running', 'done', 'cancelled', 'failed', 'broken-off')),
  seed bigint not null,
  iterations bigint not null,
  -- The draft's version that it works on.
  version integer not null,
  plan text not null,
  progress jsonb,
  result text,
  started_by text not null,
  started_at timestamptz not null,
  ended_at timestamptz
);
create index roster_job_draft on roster_job (draft, started_at desc);
create unique index roster_job_running on roster_job (draft) where state = 'running';

create table roster_publication (
  id text primary key,
  holder text not null,
  event text not null,
  number integer not null check (number > 0),
  draft text not null,
  plan text not null references roster_plan (id),
  content text not null,
  hash text not null,
  duties integer not null,
  proposed_by text not null,
  approved_by text not null,
  published_at timestamptz not null,
  unique (event, number),
  -- Four eyes.
  check (proposed_by <> approved_by)
);
create function roster_refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'a published roster is not changed';
end $$;
create trigger roster_publication_stands before update on roster_publication
  for each row execute function roster_refuse_change();

-- What a unit was told, as it stands now: one row for each duty that it ever had.
create table roster_duty (
  event text not null,
  holder text not null,
  unit text not null,
  unit_name text not null,
  post text not null,
  party text not null,
  -- Accounts of this node: the officer's own, and that of his host pair.
  officer text,
  host text,
  -- RFC 5545: never another's, and one more whenever what was told changed.
  uid text not null unique,
  sequence integer not null check (sequence >= 0),
  state text not null check (state in ('standing', 'cancelled')),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  content jsonb not null,
  publication text not null references roster_publication (id),
  told_at timestamptz not null,
  -- Of the sequence that stands.
  acknowledged_at timestamptz,
  acknowledged_by text,
  primary key (event, unit, post)
);
create index roster_duty_officer on roster_duty (officer, starts_at) where officer is not null;
create index roster_duty_host on roster_duty (host, starts_at) where host is not null;
create index roster_duty_party on roster_duty (event, party);

-- Personal links: the secret itself is not here.
create table roster_link (
  id text primary key,
  holder text not null,
  event text not null,
  unit text not null,
  party text not null,
  secret_hash text not null unique,
  made_by text not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  opened_at timestamptz
);
create index roster_link_unit on roster_link (event, unit, made_at desc);

-- Partners who are still to hear what changed.
create table roster_untold (
  event text not null,
  holder text not null,
  party text not null,
  unit text not null,
  primary key (event, party, unit)
);

-- What another service's roster says of this service's own officers.
create table roster_received (
  sender text not null,
  holder text not null,
  uid text not null,
  unit text not null,
  sequence integer not null,
  state text not null check (state in ('standing', 'cancelled')),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  content jsonb not null,
  acknowledged_at timestamptz,
  received_at timestamptz not null,
  primary key (sender, uid)
);
create index roster_received_unit on roster_received (sender, unit);
create index roster_received_time on roster_received (starts_at);

do $$
declare name text;
begin
  foreach name in array array['roster_plan', 'roster_draft', 'roster_standing', 'roster_hold', 'roster_edit',
    'roster_job', 'roster_publication', 'roster_duty', 'roster_link', 'roster_untold', 'roster_received'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      $rule$create policy %I on %I using (current_setting('tansiq.reader', true) = 'system')$rule$,
      name || '_house', name);
  end loop;
  -- The same rule as mayReadRoster in policy.ts; a test holds them together.
  foreach name in array array['roster_plan', 'roster_draft', 'roster_standing', 'roster_hold', 'roster_edit',
    'roster_job', 'roster_publication', 'roster_duty', 'roster_link', 'roster_received'] loop
    execute format(
      $rule$create policy %I on %I for select using (
        current_setting('tansiq.reader', true) = 'person'
        and holder = current_setting('tansiq.party', true)
        and current_setting('tansiq.role', true) in ('event-planner', 'centre-head')
      )$rule$, name || '_planner', name);
  end loop;
end $$;

-- The same rule as mayReadDuty in policy.ts; a test holds them together.
create policy roster_duty_own on roster_duty for select using (
  current_setting('tansiq.reader', true) = 'person'
  and holder = current_setting('tansiq.party', true)
  and current_setting('tansiq.role', true) in ('host-officer', 'field-officer')
  and (officer = current_setting('tansiq.person', true) or host = current_setting('tansiq.person', true))
);
