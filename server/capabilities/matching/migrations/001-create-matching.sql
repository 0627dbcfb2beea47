-- Private matching. What the machinery keeps is read by the house alone; what an officer asked is his, and of
-- those who answer for it.
create sequence matching_revision;

-- Identifiers of this service's own items, in the one form in which services compare them.
create table matching_item (
  item text primary key,
  holder text not null,
  field text not null,
  purpose text not null,
  tlp_rank smallint not null check (tlp_rank between 0 and 4),
  releasable_to text[] not null,
  erase_on date not null
);
create table matching_record (
  item text not null references matching_item (item) on delete cascade,
  kind text not null,
  form text not null,
  primary key (kind, form, item)
);
create index matching_record_item on matching_record (item);

-- What a partner may ask about here, in one epoch: prepared once under its own key, then by what changes.
create table matching_set (
  id text primary key,
  holder text not null,
  agreement text not null,
  partner text not null,
  epoch integer not null check (epoch > 0),
  public_key bytea not null check (length(public_key) = 32),
  version integer not null default 0,
  filter bytea,
  filter_hash text,
  delta bytea,
  delta_hash text,
  -- Of the sequence above: the set holds what was kept until then.
  revision bigint not null default 0,
  looked_at timestamptz not null,
  unique (agreement, partner, epoch)
);
create index matching_set_hashes on matching_set (filter_hash, delta_hash);
create table matching_tag (
  set_id text not null references matching_set (id) on delete cascade,
  kind text not null,
  form text not null,
  tag bytea not null check (length(tag) = 16),
  -- In the filter; what was evaluated and not yet published is added by the next version.
  published boolean not null default false,
  primary key (set_id, kind, form)
);
create index matching_tag_unpublished on matching_tag (set_id) where not published;

-- What partners asked here: how many, never what.
create table matching_question (
  id text primary key,
  holder text not null,
  agreement text not null,
  partner text not null,
  set_id text not null,
  field text not null,
  purpose text not null,
  asked integer not null check (asked > 0),
  elements bytea,
  elements_hash text not null,
  received_at timestamptz not null,
  answered_at timestamptz,
  alarm boolean not null default false
);
create index matching_question_use on matching_question (partner, agreement, received_at);
create index matching_question_open on matching_question (received_at) where answered_at is null;
create unique index matching_question_once on matching_question (partner, elements_hash);

-- What this service may ask about at a partner.
create table matching_held_set (
  agreement text not null,
  partner text not null,
  holder text not null,
  epoch integer not null,
  public_key bytea not null check (length(public_key) = 32),
  -- As announced last; the filter is that of `version` once it was fetched.
  wanted_version integer not null,
  wanted_hash text not null,
  wanted_bytes bigint not null,
  delta_hash text,
  delta_from integer,
  version integer,
  filter bytea,
  primary key (agreement, partner)
);

create table matching_check (
  id text primary key,
  holder text not null,
  officer text not null,
  agreement text not null,
  partner text not null,
  field text not null,
  purpose text not null,
  reason text not null,
  state text not null check (state in ('waiting', 'asked', 'answered', 'done', 'refused')),
  fault text,
  asked integer not null check (asked > 0),
  epoch integer,
  version integer,
  public_key bytea,
  question text unique,
  envelope text,
  evaluated bytea,
  proofs bytea,
  asked_at timestamptz not null,
  done_at timestamptz,
  -- A standing watch until this day; null for what is asked once.
  until date,
  erase_on date not null
);
create index matching_check_newest on matching_check (asked_at desc);
create index matching_check_at_work on matching_check (state) where state in ('waiting', 'answered');
create table matching_query (
  check_id text not null references matching_check (id) on delete cascade,
  place integer not null,
  kind text not null,
  form text not null,
  blind bytea,
  element bytea,
  tag bytea,
  hit boolean,
  primary key (check_id, place)
);

-- A hit: a pointer to ask. A person decides.
create table matching_card (
  id text primary key,
  holder text not null,
  check_id text not null,
  place integer not null,
  officer text not null,
  agreement text not null,
  partner text not null,
  field text not null,
  purpose text not null,
  kind text not null,
  form text not null,
  opened_at timestamptz not null,
  state text not null check (state in ('open', 'requested', 'dismissed')),
  item text,
  decided_by text,
  decided_at timestamptz,
  erase_on date not null,
  unique (check_id, place)
);
create index matching_card_newest on matching_card (opened_at desc);

do $$
declare name text;
begin
  foreach name in array array['matching_item', 'matching_record', 'matching_set', 'matching_tag',
    'matching_question', 'matching_held_set', 'matching_check', 'matching_query', 'matching_card'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      $rule$create policy %I on %I using (current_setting('tansiq.reader', true) = 'system')$rule$,
      name || '_house', name);
  end loop;
end $$;

-- The same rules as mayReadCheck and mayReadCards in policy.ts; a test holds them together.
create policy matching_check_reader on matching_check for select using (
  current_setting('tansiq.reader', true) = 'person'
  and holder = current_setting('tansiq.party', true)
  and (officer = current_setting('tansiq.person', true)
    or current_setting('tansiq.role', true) in ('centre-head', 'data-protection-officer'))
);
create policy matching_query_reader on matching_query for select using (
  exists (select 1 from matching_check c where c.id = check_id)
);
create policy matching_card_reader on matching_card for select using (
  current_setting('tansiq.reader', true) = 'person'
  and holder = current_setting('tansiq.party', true)
  and current_setting('tansiq.role', true) in ('analyst', 'watch-officer', 'liaison-officer', 'contact-point',
    'centre-head', 'data-protection-officer')
);
