-- What other lists call a venue: it is found by these codes as well. The newest import that stands counts.
create table events_venue_code (
  import text not null,
  code text not null,
  holder text not null,
  event text not null references events_event (id),
  venue text not null,
  primary key (import, code)
);
create index events_venue_code_event on events_venue_code (event);

-- From which list something came before an import took it up, so that undoing the import gives it back.
create table events_source_before (
  import text not null,
  subject text not null,
  holder text not null,
  event text not null references events_event (id),
  -- Null where it came from none: it was made by hand.
  source text,
  gone boolean not null,
  primary key (import, subject)
);
create index events_source_before_event on events_source_before (event);

do $$
declare named text;
begin
  foreach named in array array['events_venue_code', 'events_source_before'] loop
    execute format('alter table %I enable row level security', named);
    execute format('alter table %I force row level security', named);
    execute format('create policy %I on %I for select using (events_may_read(holder))',
      named || '_reader', named);
    execute format('create policy %I on %I for insert with check (events_may_plan(holder))',
      named || '_maker', named);
    execute format('create policy %I on %I for delete using (events_may_plan(holder))',
      named || '_remover', named);
  end loop;
end $$;
