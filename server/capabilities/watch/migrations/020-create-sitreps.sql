-- Situation reports. A version is a fact with its content apart, so that the content can be erased and the
-- version stays. What was approved is not altered by anyone: only where it is on its way changes.

create table watch_sitrep (
  id text primary key,
  series text not null,
  version integer not null check (version >= 1),
  revision integer not null check (revision >= 1),
  holder text not null,
  product text not null check (product in ('daily', 'intelligence', 'general')),
  circle text not null,
  state text not null check (state in ('draft', 'approved', 'sent', 'superseded', 'recalled', 'erased')),
  from_at timestamptz not null,
  until_at timestamptz not null check (until_at > from_at),
  -- What is for named people alone is in no product; one that went out may be marked so afterwards.
  tlp_rank smallint not null check (tlp_rank between 0 and 4),
  -- Holds personal data: shown for a stated reason only.
  personal boolean not null,
  erase_on date not null,
  marking jsonb not null,
  corrects text references watch_sitrep (id),
  assembled_by text,
  editors text[] not null,
  assembled_at timestamptz not null,
  edited_at timestamptz not null,
  -- Reasons why entries were left out, with how many.
  left_out jsonb not null,
  -- SHA-256 of what was approved, hexadecimal.
  content_hash text check (content_hash ~ '^[0-9a-f]{64}$'),
  approved_by text,
  approved_at timestamptz,
  -- The item as which it goes out, and the hashes of what that item must stay.
  item text unique,
  item_head text,
  item_objects text,
  sent_at timestamptz,
  unique (series, version),
  check ((version = 1) = (corrects is null) and (version = 1) = (series = id)),
  check ((approved_at is null) = (content_hash is null) and (approved_at is null) = (approved_by is null)),
  check ((item is null) = (item_head is null) and (item is null) = (item_objects is null)),
  -- Two persons.
  check (approved_by is null or not approved_by = any (editors)),
  check (tlp_rank < 4 or sent_at is not null),
  check (state in ('draft', 'erased') or approved_at is not null),
  check (state <> 'sent' or (sent_at is not null and item is not null))
);
create index watch_sitrep_newest on watch_sitrep (assembled_at desc, id desc);
create index watch_sitrep_product on watch_sitrep (product, circle, until_at desc, id desc);
create index watch_sitrep_erase on watch_sitrep (erase_on);
-- One draft of a series at a time.
create unique index watch_sitrep_one_draft on watch_sitrep (series) where state = 'draft';

create table watch_sitrep_content (
  sitrep text primary key references watch_sitrep (id) on delete cascade,
  content jsonb not null
);

-- After the approval only its way out is written: state, item, when it was sent; and, once it went out, the
-- marking that the contact point gives its item later.
create function watch_keep_sitrep() returns trigger language plpgsql as $$
declare way text[] := array['state', 'item', 'item_head', 'item_objects', 'sent_at'];
begin
  if old.state in ('sent', 'recalled') then way := way || array['marking', 'tlp_rank', 'erase_on']; end if;
  if tg_op = 'DELETE' then
    if old.state = 'draft' then return old; end if;
    raise exception 'a version that was approved is kept' using errcode = 'insufficient_privilege';
  end if;
  if old.state <> 'draft' and (to_jsonb(new) - way) <> (to_jsonb(old) - way) then
    raise exception 'a version that was approved is not altered: a new one corrects it'
      using errcode = 'insufficient_privilege';
  end if;
  if new.state <> old.state and not (case old.state
      when 'draft' then new.state in ('approved', 'erased')
      when 'approved' then new.state in ('sent', 'superseded', 'erased')
      when 'sent' then new.state in ('recalled', 'erased')
      when 'superseded' then new.state = 'erased'
      when 'recalled' then new.state = 'erased'
      else false end) then
    raise exception 'a version does not go from % to %', old.state, new.state
      using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger keep_sitrep before update or delete on watch_sitrep
  for each row execute function watch_keep_sitrep();
create trigger keep_sitreps before truncate on watch_sitrep
  for each statement execute function watch_refuse_change();

-- Content is written while it is a draft. Once approved it is not changed; that it is taken away whole, on
-- its date or by a recall, is the house's alone (policies below).
create function watch_keep_sitrep_content() returns trigger language plpgsql as $$
begin
  if (select s.state from watch_sitrep s where s.id = new.sitrep) is distinct from 'draft'
      or (tg_op = 'UPDATE' and new.sitrep <> old.sitrep) then
    raise exception 'a version that was approved is not altered: a new one corrects it'
      using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger keep_content before insert or update on watch_sitrep_content
  for each row execute function watch_keep_sitrep_content();
create trigger keep_contents before truncate on watch_sitrep_content
  for each statement execute function watch_refuse_change();

alter table watch_sitrep enable row level security;
alter table watch_sitrep force row level security;
alter table watch_sitrep_content enable row level security;
alter table watch_sitrep_content force row level security;

-- The same rule as mayReadSitrep in sitrep/policy.ts; sitrep/row-security.test.ts holds the two together.
create policy watch_sitrep_reader on watch_sitrep for select using (
  holder = (select current_setting('tansiq.party', true))
  and ((select current_setting('tansiq.reader', true)) = 'system' or (
    (select current_setting('tansiq.reader', true)) = 'person'
    and tlp_rank <= (select nullif(current_setting('tansiq.clearance', true), '')::smallint)
    and (select current_setting('tansiq.role', true)
      not in ('administrator', 'data-protection-officer', 'connector', 'observer'))))
);
create function watch_writes_sitreps(holder text, tlp_rank smallint) returns boolean language sql stable as $$
  select holder = current_setting('tansiq.party', true) and (
    current_setting('tansiq.reader', true) = 'system' or (
      current_setting('tansiq.reader', true) = 'person'
      and tlp_rank <= nullif(current_setting('tansiq.clearance', true), '')::smallint
      and current_setting('tansiq.role', true)
        in ('analyst', 'watch-officer', 'liaison-officer', 'centre-head', 'contact-point')))
$$;
create policy watch_sitrep_writer on watch_sitrep for insert with check (
  watch_writes_sitreps(holder, tlp_rank));
create policy watch_sitrep_changer on watch_sitrep for update using (
  watch_writes_sitreps(holder, tlp_rank)) with check (watch_writes_sitreps(holder, tlp_rank));
create policy watch_sitrep_discarder on watch_sitrep for delete using (
  watch_writes_sitreps(holder, tlp_rank));

create policy watch_sitrep_content_reader on watch_sitrep_content for select using (
  coalesce((select not s.personal or watch_reason_stated() from watch_sitrep s where s.id = sitrep), false));
create policy watch_sitrep_content_writer on watch_sitrep_content for insert with check (
  coalesce((select watch_writes_sitreps(s.holder, s.tlp_rank)
    from watch_sitrep s where s.id = sitrep), false));
create policy watch_sitrep_content_changer on watch_sitrep_content for update using (
  coalesce((select watch_writes_sitreps(s.holder, s.tlp_rank)
    from watch_sitrep s where s.id = sitrep), false));
create policy watch_sitrep_content_eraser on watch_sitrep_content for delete using (
  current_setting('tansiq.reader', true) = 'system');
