-- What an event counts is kept, not counted: by triggers, in the transaction of whatever changes it.
create table events_count (
  event text primary key references events_event (id) on delete cascade,
  holder text not null,
  venues integer not null default 0 check (venues >= 0),
  sessions integer not null default 0 check (sessions >= 0),
  objects integer not null default 0 check (objects >= 0),
  teams integer not null default 0 check (teams >= 0),
  posts integer not null default 0 check (posts >= 0),
  -- Of all posts that stand, how many are wanted.
  wanted bigint not null default 0 check (wanted >= 0)
);
create function events_begin_count() returns trigger language plpgsql as $$
begin
  insert into events_count (event, holder) values (new.id, new.holder);
  return null;
end $$;
create trigger begin_count after insert on events_event
  for each row execute function events_begin_count();

-- Of each table, its own function: what stands of a statement's rows is added, what stood is taken off.
do $$
declare
  counted record;
begin
  for counted in select * from (values
    ('events_venue', 'venues', 'state <> ''cancelled''', '0'),
    ('events_session', 'sessions', 'state <> ''cancelled''', '0'),
    ('events_object', 'objects', 'state <> ''cancelled''', '0'),
    ('events_team', 'teams', 'state <> ''cancelled''', '0'),
    ('events_post', 'posts', 'removed_at is null', 'quantity')) as named (tab, col, stands, many)
  loop
    execute format($made$
      create function %1$I() returns trigger language plpgsql as $body$
      begin
        if tg_op = 'INSERT' then
          update events_count c set %2$I = %2$I + d.n, wanted = wanted + d.many from (
            select event, count(*) as n, coalesce(sum(%4$s), 0) as many from arrived where %3$s group by event
          ) d where c.event = d.event;
        elsif tg_op = 'DELETE' then
          update events_count c set %2$I = %2$I - d.n, wanted = wanted - d.many from (
            select event, count(*) as n, coalesce(sum(%4$s), 0) as many from gone where %3$s group by event
          ) d where c.event = d.event;
        else
          update events_count c set %2$I = %2$I + d.n, wanted = wanted + d.many from (
            select event, sum(n) as n, sum(many) as many from (
              select event, 1 as n, %4$s as many from arrived where %3$s
              union all select event, -1, -(%4$s) from gone where %3$s) moved
            group by event
          ) d where c.event = d.event and (d.n <> 0 or d.many <> 0);
        end if;
        return null;
      end $body$ $made$, counted.tab || '_count', counted.col, counted.stands, counted.many);
    execute format('create trigger count_made after insert on %I referencing new table as arrived
      for each statement execute function %I()', counted.tab, counted.tab || '_count');
    execute format('create trigger count_changed after update on %I
      referencing old table as gone new table as arrived
      for each statement execute function %I()', counted.tab, counted.tab || '_count');
    execute format('create trigger count_removed after delete on %I referencing old table as gone
      for each statement execute function %I()', counted.tab, counted.tab || '_count');
  end loop;
end $$;

-- How many sessions stand where on which day of the node's zone; kept by session-days-store.ts with whatever
-- writes sessions. A venue of null: at none.
create table events_session_day (
  event text not null references events_event (id) on delete cascade,
  holder text not null,
  day date not null,
  venue text,
  planned integer not null,
  moved integer not null,
  cancelled integer not null,
  from_at timestamptz not null,
  to_at timestamptz not null,
  -- Of those that are held; null where nobody has said of any.
  spectators bigint,
  unique nulls not distinct (event, day, venue)
);
-- The zone by whose clock the days were counted; null where they were not.
alter table events_event add column days_zone text;

-- Who reads is asked once of a statement, not once of each row; the rules are those of events_may_read and
-- events_may_plan.
create function events_is_read() returns boolean language sql stable as $$
  select current_setting('tansiq.reader', true) = 'system'
    or current_setting('tansiq.reader', true) = 'person' and current_setting('tansiq.role', true) in
      ('event-planner', 'centre-head', 'contact-point', 'watch-officer', 'operation-commander')
$$;
do $$
declare named text;
begin
  foreach named in array array['events_count', 'events_session_day'] loop
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
  foreach named in array array['events_event', 'events_venue', 'events_session', 'events_object',
    'events_post', 'events_change', 'events_team', 'events_import', 'events_source', 'events_risk_version',
    'events_risk_current', 'events_risk_target', 'events_risk_template', 'events_risk_post',
    'events_risk_ask', 'events_count', 'events_session_day'] loop
    execute format('alter policy %I on %I using (
      (select events_is_read()) and holder = (select current_setting(''tansiq.party'', true)))',
      named || '_reader', named);
  end loop;
end $$;

-- What there is already, of whomever it is.
do $$
declare
  counted text[] := array['events_event', 'events_venue', 'events_session', 'events_object', 'events_team',
    'events_post', 'events_count'];
  named text;
begin
  foreach named in array counted loop
    execute format('alter table %I no force row level security', named);
  end loop;
  insert into events_count
    select e.id, e.holder,
      (select count(*) from events_venue v where v.event = e.id and v.state <> 'cancelled'),
      (select count(*) from events_session s where s.event = e.id and s.state <> 'cancelled'),
      (select count(*) from events_object o where o.event = e.id and o.state <> 'cancelled'),
      (select count(*) from events_team t where t.event = e.id and t.state <> 'cancelled'),
      (select count(*) from events_post p where p.event = e.id and p.removed_at is null),
      (select coalesce(sum(p.quantity), 0) from events_post p where p.event = e.id and p.removed_at is null)
    from events_event e;
  foreach named in array counted loop
    execute format('alter table %I force row level security', named);
  end loop;
end $$;
