-- The journal: entries, and the Merkle tree over them (RFC 9162 §2.1). Append-only, here too: no policy lets
-- a row be changed or removed, and triggers refuse the statement even to the tables' owner.

create function journal_refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the journal is append-only: % on % is refused', tg_op, tg_table_name
    using errcode = 'insufficient_privilege',
          hint = 'Write a new entry that corrects the old one.';
end $$;

-- One row. Whoever appends locks it FOR UPDATE, so that appends take their turn and a roll-back leaves no
-- gap. It is never updated: the size is read from journal_node, so that a long transaction leaves no dead
-- rows behind.
create table journal_head (
  only_row boolean primary key default true check (only_row),
  party text not null
);

-- `text` is the canonical JSON (RFC 8785) whose hash is the leaf. The other columns are computed from it:
-- they can be searched, and cannot disagree with it.
create table journal_entry (
  seq bigint primary key check (seq >= 0),
  text text not null,
  at text not null generated always as ((text::jsonb) ->> 'at') stored,
  actor text not null generated always as ((text::jsonb) ->> 'actor') stored,
  verb text not null generated always as ((text::jsonb) ->> 'verb') stored,
  subject text generated always as ((text::jsonb) ->> 'subject') stored
);
create index journal_entry_actor on journal_entry (actor, seq);
create index journal_entry_subject on journal_entry (subject, seq) where subject is not null;

-- The complete subtrees whose last leaf is `seq`, 32 bytes each, smallest first: the first is the leaf's own
-- hash.
create table journal_node (
  seq bigint primary key check (seq >= 0),
  hashes bytea not null check (length(hashes) > 0 and length(hashes) % 32 = 0)
);

-- Tree heads that this node signed.
create table journal_own_head (
  id bigint generated always as identity primary key,
  party text not null,
  size bigint not null check (size >= 0),
  root_hash text not null check (root_hash ~ '^[0-9a-f]{64}$'),
  at text not null,
  signature text not null
);
create index journal_own_head_size on journal_own_head (size);

-- Tree heads that partners signed and sent: what they cannot deny later. Two that contradict are both kept.
create table journal_partner_head (
  id bigint generated always as identity primary key,
  party text not null,
  size bigint not null check (size >= 0),
  root_hash text not null check (root_hash ~ '^[0-9a-f]{64}$'),
  at text not null,
  signature text not null,
  kept_at text not null,
  unique (party, size, signature)
);

do $$
declare
  guarded text;
begin
  foreach guarded in array array[
    'journal_head', 'journal_entry', 'journal_node', 'journal_own_head', 'journal_partner_head'
  ]
  loop
    execute format('create trigger append_only before update or delete or truncate on %I
      for each statement execute function journal_refuse_change()', guarded);
    execute format('alter table %I enable row level security', guarded);
    execute format('alter table %I force row level security', guarded);
    -- Every actor writes entries, whether or not he may read them.
    execute format('create policy append on %I for insert with check (true)', guarded);
  end loop;
end $$;

-- Hashes tell nothing about what they hash; every append and every proof reads them.
create policy read_all on journal_head for select using (true);
create policy read_all on journal_node for select using (true);
create policy read_all on journal_own_head for select using (true);
create policy read_all on journal_partner_head for select using (true);
-- SELECT … FOR UPDATE asks for this one; the trigger still refuses a real update.
create policy lock_row on journal_head for update using (true) with check (false);

create policy read_entries on journal_entry for select using (
  current_setting('tansiq.reader', true) = 'system'
  or (
    current_setting('tansiq.reader', true) = 'person'
    and current_setting('tansiq.role', true) in ('data-protection-officer', 'administrator', 'centre-head')
    and current_setting('tansiq.party', true) = (select party from journal_head)
  )
);
