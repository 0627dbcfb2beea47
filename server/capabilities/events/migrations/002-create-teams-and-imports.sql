-- Who takes part; where things came from; and what each import did, so that the last one can be undone.
create table events_team (
  id text primary key,
  holder text not null,
  event text not null references events_event (id),
  code text not null,
  name jsonb not null,
  -- ISO 3166-1 alpha-2; null for a side that is no country of that list.
  nation text check (nation ~ '^[A-Z]{2}$'),
  part text,
  state text not null check (state in ('in-use', 'cancelled')),
  version integer not null check (version >= 1),
  unique (event, code)
);

create table events_import (
  id text primary key,
  holder text not null,
  event text not null references events_event (id),
  at timestamptz not null,
  by text not null,
  -- What is imported again under the same name is compared with what came under it before.
  source text not null,
  file text not null,
  target text not null check (target in ('venues', 'sessions', 'objects', 'teams')),
  settings jsonb not null,
  counts jsonb not null,
  undone_at timestamptz,
  undone_by text
);
create index events_import_newest on events_import (event, at desc, id);

create table events_source (
  -- The venue, session, object or team.
  subject text primary key,
  holder text not null,
  event text not null references events_event (id),
  source text not null,
  target text not null,
  -- Cancelled because it was not in the file any more; it stands again when it comes back.
  gone boolean not null
);
create index events_source_name on events_source (event, source, target);

alter table events_change drop constraint events_change_kind_check;
alter table events_change add constraint events_change_kind_check
  check (kind in ('event', 'venue', 'session', 'object', 'team', 'post'));

-- The days that were set by hand, and what is done of what is due at each milestone.
alter table events_event add column milestones jsonb not null default '[]';

do $$
declare named text;
begin
  foreach named in array array['events_team', 'events_import', 'events_source'] loop
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
