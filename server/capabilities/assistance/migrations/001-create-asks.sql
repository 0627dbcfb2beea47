-- Asks for assistance, their versions, whom they were sent to, and what the two sides say to each other. Every
-- row says whose node holds it and how it is marked, so that each is judged by itself.
create function assistance_may_read(holder text, tlp_rank smallint) returns boolean
language plpgsql stable parallel safe as $$
begin
  return case current_setting('tansiq.reader', true)
    when 'system' then holder = current_setting('tansiq.party', true)
    when 'person' then
      holder = current_setting('tansiq.party', true)
      and current_setting('tansiq.role', true)
        in ('event-planner', 'liaison-officer', 'contact-point', 'centre-head', 'service-head')
      and tlp_rank <= nullif(current_setting('tansiq.clearance', true), '')::smallint
    else false
  end;
end $$;

create function assistance_may_write(holder text, tlp_rank smallint) returns boolean
language plpgsql stable parallel safe as $$
begin
  return assistance_may_read(holder, tlp_rank)
    and (current_setting('tansiq.reader', true) = 'system'
      or current_setting('tansiq.role', true) <> 'service-head');
end $$;

create table assistance_ask (
  id uuid primary key,
  holder text not null,
  originator text not null,
  state text not null check (state in ('draft', 'issued', 'withdrawn')),
  version integer not null check (version >= 0),
  agreement text not null,
  circle text,
  marking jsonb not null,
  tlp_rank smallint not null check (tlp_rank between 0 and 4),
  erase_on date not null,
  author text,
  created_at timestamptz not null,
  ended_at timestamptz,
  end_reason text,
  -- Who of this service; stays here.
  ended_by text,
  check ((state = 'withdrawn') = (ended_at is not null)),
  check (state <> 'draft' or (version = 0 and holder = originator))
);
create index assistance_ask_newest on assistance_ask (created_at desc, id desc);
create index assistance_ask_erase on assistance_ask (erase_on);

create table assistance_version (
  ask uuid not null references assistance_ask (id) on delete cascade,
  version integer not null check (version >= 1),
  holder text not null,
  tlp_rank smallint not null,
  state text not null check (state in ('draft', 'proposed', 'issued')),
  content jsonb not null,
  author text,
  created_at timestamptz not null,
  proposed_at timestamptz,
  issued_at timestamptz,
  issued_by text,
  returned text,
  primary key (ask, version),
  check ((state = 'issued') = (issued_at is not null))
);
-- One that did not go out yet, at most.
create unique index assistance_version_open on assistance_version (ask) where state <> 'issued';

-- On the asker's node: each partner, and the envelope of each version that he was sent.
create table assistance_sent (
  ask uuid not null references assistance_ask (id) on delete cascade,
  party text not null,
  version integer not null,
  -- The news that it is withdrawn travels under the last version.
  is_withdrawal boolean not null,
  holder text not null,
  tlp_rank smallint not null,
  envelope text not null,
  sent_at timestamptz not null,
  primary key (ask, party, version, is_withdrawal)
);

create table assistance_step (
  id uuid primary key,
  ask uuid not null references assistance_ask (id) on delete cascade,
  party text not null,
  side text not null check (side in ('host', 'partner')),
  holder text not null,
  tlp_rank smallint not null,
  state text not null check (state in ('draft', 'proposed', 'released', 'heard', 'turned-away')),
  number integer check (number >= 1),
  seen integer check (seen >= 0),
  ask_version integer not null check (ask_version >= 1),
  kind text not null,
  content jsonb not null,
  author text,
  created_at timestamptz not null,
  released_at timestamptz,
  released_by text,
  envelope text,
  returned text,
  check ((state in ('draft', 'proposed')) = (number is null)),
  check ((number is null) = (seen is null)),
  check ((number is null) = (released_at is null)),
  unique (ask, party, side, number)
);
-- One that did not go out yet, at most, with each partner.
create unique index assistance_step_open on assistance_step (ask, party, side)
  where state in ('draft', 'proposed');
create index assistance_step_proposed on assistance_step (ask) where state = 'proposed';
create index assistance_step_envelope on assistance_step (envelope) where envelope is not null;

-- What went out or came is not rewritten: a new version or a new step answers it.
create function assistance_keep_version() returns trigger language plpgsql as $$
begin
  if old.state = 'issued' then
    raise exception 'a version that was issued is not rewritten' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger keep_version before update on assistance_version
  for each row execute function assistance_keep_version();

create function assistance_keep_step() returns trigger language plpgsql as $$
begin
  if old.number is not null
    and (to_jsonb(new) - array['state']) <> (to_jsonb(old) - array['state']) then
    raise exception 'a step that was said is not rewritten' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger keep_step before update on assistance_step
  for each row execute function assistance_keep_step();

alter table assistance_ask enable row level security;
alter table assistance_ask force row level security;
alter table assistance_version enable row level security;
alter table assistance_version force row level security;
alter table assistance_sent enable row level security;
alter table assistance_sent force row level security;
alter table assistance_step enable row level security;
alter table assistance_step force row level security;

create policy assistance_ask_reader on assistance_ask for select using (assistance_may_read(holder, tlp_rank));
create policy assistance_ask_writer on assistance_ask for insert
  with check (assistance_may_write(holder, tlp_rank));
create policy assistance_ask_changer on assistance_ask for update using (assistance_may_write(holder, tlp_rank));
create policy assistance_ask_eraser on assistance_ask for delete using (
  current_setting('tansiq.reader', true) = 'system'
  or (state = 'draft' and assistance_may_write(holder, tlp_rank)));

create policy assistance_version_reader on assistance_version for select
  using (assistance_may_read(holder, tlp_rank));
create policy assistance_version_writer on assistance_version for insert
  with check (assistance_may_write(holder, tlp_rank));
create policy assistance_version_changer on assistance_version for update
  using (assistance_may_write(holder, tlp_rank));
create policy assistance_version_eraser on assistance_version for delete using (
  current_setting('tansiq.reader', true) = 'system'
  or (state <> 'issued' and assistance_may_write(holder, tlp_rank)));

create policy assistance_sent_reader on assistance_sent for select
  using (assistance_may_read(holder, tlp_rank));
create policy assistance_sent_writer on assistance_sent for insert
  with check (assistance_may_write(holder, tlp_rank));

create policy assistance_step_reader on assistance_step for select
  using (assistance_may_read(holder, tlp_rank));
create policy assistance_step_writer on assistance_step for insert
  with check (assistance_may_write(holder, tlp_rank));
create policy assistance_step_changer on assistance_step for update
  using (assistance_may_write(holder, tlp_rank));
create policy assistance_step_eraser on assistance_step for delete using (
  current_setting('tansiq.reader', true) = 'system'
  or (state in ('draft', 'proposed') and assistance_may_write(holder, tlp_rank)));
