-- Officers and teams: this service's own, those that it sends, and those that partners send here. What tells of a
-- person stands in `profile` and in the words of steps, and goes on the unit's date; a tombstone stays.
create table assistance_unit (
  id text primary key,
  holder text not null,
  kind text not null check (kind in ('own', 'sent', 'visiting')),
  -- Whose officer it is, and who hosts him.
  party text not null,
  host text not null,
  ask text,
  line text,
  event text,
  stage text not null check (stage in ('draft', 'named', 'refused', 'vetted', 'accredited', 'arrived', 'released',
    'debriefed', 'withdrawn', 'standing')),
  -- The person of this node that it is, where it is one.
  person text,
  specialty text not null,
  profile jsonb not null,
  -- Worked out of the profile when it is written: what the board looks for.
  lacks_papers boolean not null,
  papers_until date,
  available_from timestamptz not null,
  available_until timestamptz not null,
  purpose text not null,
  legal_basis text not null,
  review_on date not null,
  erase_on date not null,
  replaces text,
  vetting jsonb,
  arrived_at timestamptz,
  lodging text not null default '',
  briefed jsonb,
  proposal jsonb,
  extended boolean not null default false,
  released_at timestamptz,
  debriefed_by text[] not null default '{}',
  -- On the node of his own service: the pair and the task that the host told of.
  told jsonb not null default '{"pair": null, "task": null}',
  badge_until date,
  created_at timestamptz not null,
  check (available_from < available_until)
);
create index assistance_unit_list on assistance_unit (kind, id);
create index assistance_unit_ask on assistance_unit (ask, line) where ask is not null;
create index assistance_unit_event on assistance_unit (event) where event is not null;
create index assistance_unit_erase on assistance_unit (erase_on);
create index assistance_unit_person on assistance_unit (person) where person is not null;
create index assistance_unit_at_work on assistance_unit (stage, available_from)
  where kind = 'visiting' and stage in ('named', 'vetted', 'accredited', 'arrived');
create index assistance_unit_own on assistance_unit (specialty, available_until)
  where kind = 'own' and stage = 'standing';

-- What stands accepted, line by line: officers are named against it. Written by what follows acceptances.
create table assistance_accepted_line (
  ask text not null,
  line text not null,
  partner text not null,
  holder text not null,
  host text not null,
  event text,
  specialty text not null,
  quantity integer not null check (quantity > 0),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  primary key (ask, line, partner)
);
create index assistance_accepted_line_standing on assistance_accepted_line (ends_at);

-- What was said of a unit, by whom: a step is kept once, whoever repeats it.
create table assistance_unit_step (
  id text primary key,
  unit text not null references assistance_unit (id) on delete cascade,
  kind text not null,
  by text not null,
  at timestamptz not null,
  said jsonb not null
);
create index assistance_unit_step_unit on assistance_unit_step (unit, at);

-- A visiting officer and the host officer without whom he is not tasked.
create table assistance_pair (
  id text primary key,
  holder text not null,
  visitor text not null references assistance_unit (id) on delete cascade,
  host text not null references assistance_unit (id) on delete cascade,
  host_person text,
  visitor_person text,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  ended_at timestamptz,
  check (starts_at < ends_at)
);
create index assistance_pair_visitor on assistance_pair (visitor) where ended_at is null;
create index assistance_pair_host on assistance_pair (host) where ended_at is null;
create index assistance_pair_host_person on assistance_pair (host_person) where ended_at is null;
create index assistance_pair_due on assistance_pair (ends_at) where ended_at is null;

create table assistance_unit_task (
  id text primary key,
  unit text not null references assistance_unit (id) on delete cascade,
  words text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  ended_at timestamptz
);
create index assistance_unit_task_unit on assistance_unit_task (unit) where ended_at is null;

create table assistance_badge (
  number text primary key,
  holder text not null,
  -- Null once its officer was erased: that the number was revoked is still known.
  unit text references assistance_unit (id) on delete set null,
  code text,
  valid_from date not null,
  valid_until date not null,
  zones text[] not null,
  armed boolean not null,
  issued_at timestamptz not null,
  revoked_at timestamptz
);
create index assistance_badge_unit on assistance_badge (unit);
create index assistance_badge_revoked on assistance_badge (valid_until) where revoked_at is not null;

create table assistance_unit_cost (
  id text primary key,
  unit text not null references assistance_unit (id) on delete cascade,
  party text not null,
  event text,
  kind text not null,
  bearer text not null,
  amount numeric(15, 3) not null check (amount > 0),
  currency text not null,
  at timestamptz not null
);
create index assistance_unit_cost_unit on assistance_unit_cost (unit);
create index assistance_unit_cost_at on assistance_unit_cost (at);

-- That a unit was erased, and when: a step that comes late finds this, and nothing is kept of it.
create table assistance_unit_erased (
  id text primary key,
  holder text not null,
  party text not null,
  host text not null,
  erased_on date not null
);

do $$
declare name text;
begin
  foreach name in array array['assistance_unit', 'assistance_unit_step', 'assistance_pair', 'assistance_unit_task',
    'assistance_badge', 'assistance_unit_cost', 'assistance_unit_erased', 'assistance_accepted_line'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      $rule$create policy %I on %I using (current_setting('tansiq.reader', true) = 'system')$rule$,
      name || '_house', name);
  end loop;
end $$;

-- The same rules as maySee in deployment/policy.ts; a property test holds them together. Nobody writes but the
-- house, in whose name the verbs do.
create policy assistance_unit_planner on assistance_unit for select using (
  current_setting('tansiq.reader', true) = 'person'
  and holder = current_setting('tansiq.party', true)
  and current_setting('tansiq.role', true)
    in ('event-planner', 'centre-head', 'contact-point', 'data-protection-officer')
);
create policy assistance_unit_himself on assistance_unit for select using (
  current_setting('tansiq.reader', true) = 'person'
  and holder = current_setting('tansiq.party', true)
  and current_setting('tansiq.role', true) in ('host-officer', 'field-officer')
  and (person = current_setting('tansiq.person', true)
    or exists (select 1 from assistance_pair p where p.ended_at is null
      and ((p.visitor = assistance_unit.id and p.host_person = current_setting('tansiq.person', true))
        or (p.host = assistance_unit.id and p.visitor_person = current_setting('tansiq.person', true)))))
);
create policy assistance_pair_planner on assistance_pair for select using (
  current_setting('tansiq.reader', true) = 'person'
  and holder = current_setting('tansiq.party', true)
  and (current_setting('tansiq.role', true)
      in ('event-planner', 'centre-head', 'contact-point', 'data-protection-officer')
    or (current_setting('tansiq.role', true) in ('host-officer', 'field-officer')
      and (host_person = current_setting('tansiq.person', true)
        or visitor_person = current_setting('tansiq.person', true))))
);
create policy assistance_unit_step_reader on assistance_unit_step for select using (
  exists (select 1 from assistance_unit u where u.id = unit)
);
create policy assistance_unit_task_reader on assistance_unit_task for select using (
  exists (select 1 from assistance_unit u where u.id = unit)
);
create policy assistance_badge_reader on assistance_badge for select using (
  exists (select 1 from assistance_unit u where u.id = unit)
);
create policy assistance_unit_cost_reader on assistance_unit_cost for select using (
  current_setting('tansiq.reader', true) = 'person'
  and current_setting('tansiq.role', true) in ('event-planner', 'centre-head')
  and exists (select 1 from assistance_unit u where u.id = unit)
);
