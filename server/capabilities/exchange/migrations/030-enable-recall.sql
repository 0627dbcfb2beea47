-- Originator control. A recalled item stays as a tombstone: its marking and its dates, nothing of its content
-- (the originator keeps his own). `via` is who passed the item on, where that was not its originator.
alter table exchange_item add column via text;
alter table exchange_item drop constraint exchange_item_state_check;
alter table exchange_item add constraint exchange_item_state_check
  check (state in ('draft', 'proposed', 'returned', 'released', 'received', 'recalled'));

-- The same rule as mayRead in policy.ts; a test holds the two together.
create or replace function exchange_may_read(item exchange_item) returns boolean
language sql stable as $$
  select case current_setting('tansiq.reader', true)
    when 'system' then true
    when 'peer' then
      item.originator = current_setting('tansiq.party', true)
      or ((item.state = 'released' or (item.state = 'recalled' and item.originator = item.holder))
        and current_setting('tansiq.party', true) = any (item.releasable_to))
    when 'person' then
      (current_setting('tansiq.party', true) = any (item.releasable_to)
        or (item.via is not null and item.holder = current_setting('tansiq.party', true)))
      and item.tlp_rank <= current_setting('tansiq.clearance', true)::smallint
      and current_setting('tansiq.role', true) not in ('administrator', 'data-protection-officer')
      and (current_setting('tansiq.role', true) <> 'observer' or item.tlp_rank <= 1)
      and case
        when item.state in ('released', 'received', 'recalled') then
          (item.state = 'released' or (item.state = 'recalled' and item.originator = item.holder)
            or item.holder = current_setting('tansiq.party', true))
          and (
            item.tlp_rank < 4
            or item.author = current_setting('tansiq.person', true)
            or item.desk = any (string_to_array(current_setting('tansiq.desks', true), ','))
            or current_setting('tansiq.role', true) in ('contact-point', 'centre-head')
          )
        else
          item.originator = current_setting('tansiq.party', true)
          and (
            item.author = current_setting('tansiq.person', true)
            or item.desk = any (string_to_array(current_setting('tansiq.desks', true), ','))
            or (
              item.state in ('proposed', 'returned')
              and current_setting('tansiq.role', true) = 'contact-point'
            )
          )
      end
    else false
  end
$$;

-- A recall, on the originator's node and on every holder's; also of an item that never came here, so that it
-- is refused should it come. `party_refs` empty: every holder gives it up.
create table exchange_recall (
  id text primary key,
  item text not null,
  version integer not null check (version >= 1),
  originator text not null,
  kind text not null check (kind in ('withdraw', 're-mark')),
  parties text[] not null,
  reason text not null,
  recalled_at timestamptz not null,
  comply_by timestamptz not null,
  recalled_by text,
  -- False: this node has no key of the originator's to check the tombstone with.
  verified boolean not null,
  -- The signed tombstone as it travels: canonical text (RFC 8785).
  tombstone text not null
);
create index exchange_recall_item on exchange_recall (item, recalled_at);

-- Who was told of a recall, and his proof that he obeyed. On the originator's node every holder; on a
-- holder's node itself and those to whom it passed the item on.
create table exchange_compliance (
  recall text not null references exchange_recall (id) on delete cascade,
  party text not null,
  -- Through whom he is reached; null where directly.
  via text,
  told_at timestamptz,
  envelope text,
  fault text,
  reminded_at timestamptz,
  outcome text check (outcome in ('removed', 're-marked', 'not-held', 'relayed')),
  complied_at timestamptz,
  heard_at timestamptz,
  -- False: this node has no key of his to check the proof with.
  verified boolean,
  proof text,
  primary key (recall, party)
);
create index exchange_compliance_open on exchange_compliance (recall) where outcome is null;
create index exchange_compliance_envelope on exchange_compliance (envelope) where envelope is not null;

alter table exchange_recall enable row level security;
alter table exchange_recall force row level security;
alter table exchange_compliance enable row level security;
alter table exchange_compliance force row level security;

create policy exchange_recall_reader on exchange_recall using (
  current_setting('tansiq.reader', true) = 'system'
  or exists (select 1 from exchange_item i where i.id = item)
);
create policy exchange_compliance_reader on exchange_compliance using (
  current_setting('tansiq.reader', true) = 'system'
  or exists (
    select 1 from exchange_recall r join exchange_item i on i.id = r.item
    where r.id = recall and exchange_is_holders(i.holder)
  )
);
