-- What the holder is told of hits, where the agreement says that it is; decoys; filters fetched in parts; and
-- items that were kept before anybody matched.
alter table matching_query add column decoy boolean not null default false;
-- Identifiers that were sent, decoys among them.
alter table matching_check add column sent integer;
-- Row security is forced on whoever owns the table too: what is there is changed as the house.
select set_config('tansiq.reader', 'system', true);
update matching_check set sent = asked;
select set_config('tansiq.reader', '', true);
alter table matching_check alter column sent set not null;

create table matching_told (
  id text primary key,
  holder text not null,
  question text not null,
  agreement text not null,
  partner text not null,
  field text not null,
  purpose text not null,
  -- Null where only their number was told.
  kind text,
  form text,
  hits integer not null check (hits > 0),
  told_at timestamptz not null,
  state text not null check (state in ('open', 'to-answer', 'not-to-answer')),
  decided_by text,
  decided_at timestamptz,
  erase_on date not null
);
create index matching_told_newest on matching_told (told_at desc);
create index matching_told_question on matching_told (question);

create table matching_part (
  partner text not null,
  holder text not null,
  hash text not null,
  -- The bytes before it.
  place bigint not null,
  bytes bytea not null,
  primary key (partner, hash, place)
);

create table matching_replay (
  id boolean primary key default true check (id),
  holder text not null,
  -- The last item that was gone through; null when all were.
  after text
);

do $$
declare name text;
begin
  foreach name in array array['matching_told', 'matching_part', 'matching_replay'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      $rule$create policy %I on %I using (current_setting('tansiq.reader', true) = 'system')$rule$,
      name || '_house', name);
  end loop;
end $$;

-- The same rule as mayReadCards in policy.ts; a test holds them together.
create policy matching_told_reader on matching_told for select using (
  current_setting('tansiq.reader', true) = 'person'
  and holder = current_setting('tansiq.party', true)
  and current_setting('tansiq.role', true) in ('analyst', 'watch-officer', 'liaison-officer', 'contact-point',
    'centre-head', 'data-protection-officer')
);
