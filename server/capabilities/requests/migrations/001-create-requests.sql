-- Requests for information. A request is an item of exchange; here is what a service does with it: one row
-- per request, and one per addressee (its strand), on the requester's node and on the addressee's.
create table request (
  item text primary key references exchange_item (id) on delete cascade,
  requester text not null,
  urgency text not null check (urgency in ('urgent', 'urgent-indirect', 'ordinary', 'older-rule')),
  -- Not released yet: it stands among the drafts.
  drafting boolean not null,
  changed_at timestamptz not null
);
create index request_drafting on request (changed_at desc, item) where drafting;

create table request_strand (
  item text not null references request (item) on delete cascade,
  addressee text not null,
  requester text not null,
  -- The other side, as this node sees it.
  partner text not null,
  state text not null check (state in ('sent', 'received', 'accepted', 'clarification', 'refused', 'partly',
    'answered', 'no-record', 'feedback', 'closed', 'withdrawn')),
  resume text check (resume in ('received', 'accepted', 'partly')),
  -- Whose turn it is here; null where nothing is to be done any more.
  waits_for text check (waits_for in ('us', 'them')),
  urgency text not null,
  field text not null,
  term_ms bigint not null check (term_ms > 0),
  started_at timestamptz,
  paused_at timestamptz,
  paused_ms bigint not null,
  stopped_at timestamptz,
  level smallint not null check (level between 0 and 4),
  -- Drawn from the clock: until when it is due, and when the next level of warning is reached.
  due_at timestamptz,
  next_at timestamptz,
  said_received_at timestamptz,
  said_due_at timestamptz,
  ground text,
  desk text,
  assignee text,
  opened_at timestamptz not null,
  changed_at timestamptz not null,
  -- The order of the board: what is due first, then what stands still; of what is done, when it ended.
  order_at timestamptz not null,
  primary key (item, addressee)
);
create index request_strand_waiting on request_strand (waits_for, order_at, item, addressee)
  where waits_for is not null;
create index request_strand_desk on request_strand (desk, order_at, item, addressee)
  where waits_for is not null;
create index request_strand_partner on request_strand (partner, order_at, item, addressee)
  where waits_for is not null;
create index request_strand_open on request_strand (order_at, item, addressee) where waits_for is not null;
create index request_strand_done on request_strand (order_at desc, item, addressee) where waits_for is null;
create index request_strand_next on request_strand (next_at) where next_at is not null;

-- What requester and addressee told each other, in the order in which this node learned of it.
create table request_step (
  id text primary key,
  item text not null,
  addressee text not null,
  ordinal integer not null,
  by_party text not null,
  kind text not null,
  text text not null,
  ground text,
  answers text[] not null,
  usefulness smallint check (usefulness between 1 and 5),
  follow_ups text[] not null,
  said_at timestamptz not null,
  at timestamptz not null,
  person text,
  effective boolean not null,
  -- The envelope that carries an own step, and why the other node would not take it.
  envelope text,
  fault text,
  foreign key (item, addressee) references request_strand (item, addressee) on delete cascade,
  unique (item, addressee, ordinal)
);
create index request_step_envelope on request_step (envelope) where envelope is not null;

-- Answers of this service: items on the request. Checked at the end: the row is written beside its item.
create table request_answer (
  answer text primary key references exchange_item (id) on delete cascade deferrable initially deferred,
  item text not null references request (item) on delete cascade,
  outcome text not null check (outcome in ('partly', 'answered')),
  told boolean not null,
  -- Orders the answers, and keeps the half-written ones of a desk together.
  written_at timestamptz not null
);
create index request_answer_item on request_answer (item, written_at);

alter table request enable row level security;
alter table request force row level security;
alter table request_strand enable row level security;
alter table request_strand force row level security;
alter table request_step enable row level security;
alter table request_step force row level security;
alter table request_answer enable row level security;
alter table request_answer force row level security;

-- The same rule as mayFollow in policy.ts: the people of this service who may read the item. A guest has the
-- strand of his own service on his own node. As functions that keep their plan, as exchange's own.
create function request_follows(wanted text) returns boolean
language plpgsql stable parallel safe as $$
begin
  if current_setting('tansiq.reader', true) = 'system' then return true; end if;
  if current_setting('tansiq.reader', true) is distinct from 'person' then return false; end if;
  return exists (select from exchange_item i
    where i.id = wanted and i.holder = current_setting('tansiq.party', true));
end $$;
-- What was said of it may name whom it is about: of persons for a stated reason only.
create function request_reads_words(wanted text) returns boolean
language plpgsql stable parallel safe as $$
begin
  if current_setting('tansiq.reader', true) = 'system' then return true; end if;
  if current_setting('tansiq.reader', true) is distinct from 'person' then return false; end if;
  return exists (select from exchange_item i
    where i.id = wanted and i.holder = current_setting('tansiq.party', true)
      and exchange_is_shown(i.personal));
end $$;
create policy request_reader on request using (request_follows(item));
create policy request_strand_reader on request_strand using (request_follows(item));
create policy request_step_reader on request_step using (request_reads_words(item));
-- Whoever may not read the answer does not learn that it is being written.
create policy request_answer_reader on request_answer using (
  request_follows(item) and exchange_reads(answer)
);
