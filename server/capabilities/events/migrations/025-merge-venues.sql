-- A venue that stood twice: one goes into the other and is shown no more. Its row stays for what points to
-- it; its code is kept with the merge, so that the row's own may be taken anew.
alter table events_venue add column merged_into text references events_venue (id);

create table events_venue_merge (
  id text primary key,
  holder text not null,
  event text not null references events_event (id),
  stays text not null references events_venue (id),
  goes text not null references events_venue (id),
  code text not null,
  name jsonb not null,
  at timestamptz not null,
  by text not null,
  -- What undoing it needs: the venue that went, what the other took over, and what was moved.
  did jsonb not null,
  undone_at timestamptz,
  undone_by text,
  check (stays <> goes)
);
create index events_venue_merge_event on events_venue_merge (event, at);
create unique index events_venue_merge_stands on events_venue_merge (goes) where undone_at is null;

-- Venues that look alike and are two: an officer said so.
create table events_venue_apart (
  holder text not null,
  event text not null references events_event (id),
  one text not null,
  other text not null,
  at timestamptz not null,
  by text not null,
  primary key (one, other),
  check (one < other)
);
create index events_venue_apart_event on events_venue_apart (event);

alter table events_change drop constraint events_change_act_check;
alter table events_change add constraint events_change_act_check
  check (act in ('made', 'changed', 'cancelled', 'restored', 'removed', 'merged'));

do $$
declare named text;
begin
  foreach named in array array['events_venue_merge', 'events_venue_apart'] loop
    execute format('alter table %I enable row level security', named);
    execute format('alter table %I force row level security', named);
    execute format('create policy %I on %I for select using (
      (select events_is_read()) and holder = (select current_setting(''tansiq.party'', true)))',
      named || '_reader', named);
    execute format('create policy %I on %I for insert with check (events_may_plan(holder))',
      named || '_maker', named);
    execute format('create policy %I on %I for update using (events_may_plan(holder))
      with check (events_may_plan(holder))', named || '_changer', named);
    execute format('create policy %I on %I for delete using (events_may_plan(holder))',
      named || '_remover', named);
  end loop;
end $$;
