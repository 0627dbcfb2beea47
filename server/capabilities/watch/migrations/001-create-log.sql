-- The watch log. An entry is a fact that nobody changes: who wrote when, under which marking, and the hash of
-- what was written. What was written stands apart, so that it can be erased on its date and the entry stays.

create function watch_refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the log is append-only: % on % is refused', tg_op, tg_table_name
    using errcode = 'insufficient_privilege', hint = 'Write a new entry that corrects the old one.';
end $$;

create table watch_entry (
  id text primary key,
  -- Drawn at random: numbers in a row would tell a reader how much he does not see.
  number bigint not null unique check (number > 0),
  -- Whose node this is.
  holder text not null,
  kind text not null check (kind in ('note', 'incident', 'decision', 'call', 'correction')),
  author text,
  desk text,
  circle text,
  language text not null check (language in ('ar', 'fr', 'en')),
  -- What the writer says; the node's own clock says when it was recorded.
  happened_at timestamptz not null,
  recorded_at timestamptz not null,
  tlp_rank smallint not null check (tlp_rank between 0 and 4),
  releasable_to text[] not null check (cardinality(releasable_to) between 1 and 100),
  -- Holds personal data: shown for a stated reason only.
  personal boolean not null,
  review_on date not null,
  erase_on date not null,
  marking jsonb not null,
  corrects text references watch_entry (id),
  -- SHA-256 over salt and content, hexadecimal.
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  check (holder = any (releasable_to)),
  check ((kind = 'correction') = (corrects is not null))
);
create index watch_entry_recorded on watch_entry (recorded_at desc, id desc);
create index watch_entry_author on watch_entry (author, recorded_at desc, id desc);
create index watch_entry_desk on watch_entry (desk, recorded_at desc, id desc);
create index watch_entry_circle on watch_entry (circle, recorded_at desc, id desc);
create index watch_entry_kind on watch_entry (kind, recorded_at desc, id desc);
-- For observers and those cleared to little, who see few of many.
create index watch_entry_open on watch_entry (recorded_at desc, id desc) where tlp_rank <= 1;
create index watch_entry_corrects on watch_entry (corrects) where corrects is not null;
create index watch_entry_parties on watch_entry using gin (releasable_to);
create index watch_entry_erase on watch_entry (erase_on);

create table watch_content (
  entry text primary key references watch_entry (id),
  -- Keeps the hash from being guessed once the content is gone.
  salt text not null,
  text text not null check (length(text) between 1 and 4000),
  place text,
  event text
);

-- That the content was erased: on its date by the house, or before it by someone, who says why.
create table watch_erasure (
  entry text primary key references watch_entry (id),
  erased_at timestamptz not null,
  erased_by text,
  reason text
);

-- What is pinned now; the journal keeps each pinning and unpinning.
create table watch_pin (
  entry text primary key references watch_entry (id),
  pinned_at timestamptz not null,
  pinned_by text not null
);
create index watch_pin_newest on watch_pin (pinned_at desc);

-- What an entry became without being typed again.
create table watch_promotion (
  entry text not null references watch_entry (id),
  kind text not null check (kind in ('item', 'alert')),
  target text not null,
  promoted_at timestamptz not null,
  promoted_by text not null,
  primary key (entry, kind, target)
);

do $$
declare named text;
begin
  foreach named in array array['watch_entry', 'watch_erasure', 'watch_promotion'] loop
    execute format('create trigger append_only before update or delete or truncate on %I
      for each statement execute function watch_refuse_change()', named);
  end loop;
  foreach named in array array['watch_entry', 'watch_content', 'watch_erasure', 'watch_pin',
    'watch_promotion']
  loop
    execute format('alter table %I enable row level security', named);
    execute format('alter table %I force row level security', named);
  end loop;
end $$;
-- Content is never changed; to delete it is the house's alone (policies below), which leaves a tombstone.
create trigger append_only before update or truncate on watch_content
  for each statement execute function watch_refuse_change();

-- The same rule as mayRead in policy.ts, but for the parties; row-security.test.ts holds the two together.
-- In PL/pgSQL, so that the planner takes it for one condition: apart, their number makes it believe that
-- hardly a row passes, and it sorts the whole log for one page.
create function watch_may_read(holder text, author text, desk text, tlp_rank smallint) returns boolean
language plpgsql stable parallel safe as $$
begin
  return case current_setting('tansiq.reader', true)
    when 'system' then true
    when 'person' then
      tlp_rank <= nullif(current_setting('tansiq.clearance', true), '')::smallint
      and current_setting('tansiq.role', true)
        not in ('administrator', 'data-protection-officer', 'connector')
      and (tlp_rank <= 1 or current_setting('tansiq.role', true) <> 'observer')
      and (tlp_rank < 4 or (
        holder = current_setting('tansiq.party', true)
        and (
          author = current_setting('tansiq.person', true)
          or desk = any (string_to_array(current_setting('tansiq.desks', true), ','))
          or current_setting('tansiq.role', true) in ('contact-point', 'centre-head')
        )))
    else false
  end;
end $$;

-- The condition on the parties stands bare, so that an index may answer it for those who see little.
create policy watch_entry_reader on watch_entry for select using (
  releasable_to @> array[current_setting('tansiq.party', true)]
  and watch_may_read(holder, author, desk, tlp_rank)
);
create policy watch_entry_writer on watch_entry for insert with check (
  holder = current_setting('tansiq.party', true)
  and (current_setting('tansiq.reader', true) = 'system'
    or (current_setting('tansiq.reader', true) = 'person'
      and author = current_setting('tansiq.person', true)))
);

-- A person has said why he consults (parties: working contexts); the house needs no reason.
create function watch_reason_stated() returns boolean language sql stable as $$
  select current_setting('tansiq.reader', true) <> 'person'
    or coalesce(current_setting('tansiq.context', true), '') <> ''
$$;

-- Who may not know of the entry learns nothing of what stands beside it.
-- What holds personal data says no word to a person who has not stated why he looks.
create policy watch_content_reader on watch_content for select using (
  coalesce((select not e.personal or watch_reason_stated() from watch_entry e where e.id = entry), false));
create policy watch_content_writer on watch_content for insert with check (
  coalesce((select e.holder = current_setting('tansiq.party', true) and (
      current_setting('tansiq.reader', true) = 'system'
      or e.author = current_setting('tansiq.person', true))
    from watch_entry e where e.id = entry), false));
create policy watch_content_eraser on watch_content for delete using (
  current_setting('tansiq.reader', true) = 'system');

create policy watch_erasure_reader on watch_erasure for select using (
  coalesce((select true from watch_entry e where e.id = entry), false));
create policy watch_erasure_writer on watch_erasure for insert with check (
  current_setting('tansiq.reader', true) = 'system');

create policy watch_pin_reader on watch_pin for select using (
  coalesce((select true from watch_entry e where e.id = entry), false));
create policy watch_pin_writer on watch_pin for insert with check (
  coalesce((select e.holder = current_setting('tansiq.party', true)
    from watch_entry e where e.id = entry), false));
create policy watch_pin_remover on watch_pin for delete using (
  coalesce((select e.holder = current_setting('tansiq.party', true)
    from watch_entry e where e.id = entry), false));

-- What an entry became is this service's own affair.
create policy watch_promotion_reader on watch_promotion for select using (
  coalesce((select e.holder = current_setting('tansiq.party', true)
    from watch_entry e where e.id = entry), false));
create policy watch_promotion_writer on watch_promotion for insert with check (
  coalesce((select e.holder = current_setting('tansiq.party', true)
    from watch_entry e where e.id = entry), false));
