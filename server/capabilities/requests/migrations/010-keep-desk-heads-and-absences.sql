-- Who heads a desk, who is away and who stands in for him, and whom a late request was brought to. Facts of
-- this service's own people: for them alone, and of no request.
create table request_desk_head (
  desk text primary key,
  person text not null,
  -- The service whose desk it is.
  holder text not null,
  named_by text,
  named_at timestamptz not null
);
create table request_absence (
  id text primary key,
  person text not null,
  stand_in text not null check (stand_in <> person),
  holder text not null,
  from_at timestamptz not null,
  until_at timestamptz not null check (until_at > from_at),
  marked_by text,
  marked_at timestamptz not null
);
create index request_absence_until on request_absence (until_at);

alter table request_desk_head enable row level security;
alter table request_desk_head force row level security;
alter table request_absence enable row level security;
alter table request_absence force row level security;
-- The same rule as mayKnowStaff in staff/policy.ts.
create function request_knows_staff(service text) returns boolean
language plpgsql stable parallel safe as $$
begin
  if current_setting('tansiq.reader', true) = 'system' then return true; end if;
  return current_setting('tansiq.reader', true) = 'person'
    and current_setting('tansiq.party', true) = service;
end $$;
create policy request_desk_head_reader on request_desk_head using (request_knows_staff(holder));
create policy request_absence_reader on request_absence using (request_knows_staff(holder));

-- Past its time it is brought to the head of the desk, or to who stands in for him.
alter table request_strand add column escalated_to text;
create index request_strand_escalated on request_strand (escalated_to, order_at, item, addressee)
  where waits_for is not null and escalated_to is not null;
create index request_strand_assignee on request_strand (assignee, order_at, item, addressee)
  where waits_for is not null and assignee is not null;
-- What the head of the centre has on his board: of what is late, a small part of what waits.
create index request_strand_late on request_strand (order_at, item, addressee)
  where waits_for is not null and level >= 3;

-- Work that was given to somebody else: from where to where, and the word that went with it.
create table request_hand_over (
  id text not null,
  item text not null,
  addressee text not null,
  note text not null,
  person text,
  at timestamptz not null,
  desk_before text,
  assignee_before text,
  desk_after text,
  assignee_after text,
  undone_at timestamptz,
  undone_by text,
  primary key (id, item, addressee),
  foreign key (item, addressee) references request_strand (item, addressee) on delete cascade
);
create index request_hand_over_item on request_hand_over (item, at);
create index request_hand_over_at on request_hand_over (at desc, id);
alter table request_hand_over enable row level security;
alter table request_hand_over force row level security;
-- The note may name whom the request is about: it is shown as the words of its steps are.
create policy request_hand_over_reader on request_hand_over using (request_reads_words(item));
