-- What two items have in common when they tell of the same thing, as keys to be equal by: a pair is found
-- through an index, never by comparing all with all.
create table exchange_key (
  item text not null references exchange_item (id) on delete cascade,
  key text not null,
  -- The object that the key is drawn from; the item itself for its title.
  object text not null
);
create index exchange_key_key on exchange_key (key, item);
create index exchange_key_item on exchange_key (item);
alter table exchange_key enable row level security;
alter table exchange_key force row level security;
create policy exchange_key_reader on exchange_key using (
  exists (select 1 from exchange_item i where i.id = item and exchange_is_holders(i.holder))
);

-- Items whose keys changed and that are still to be compared.
create table exchange_uncompared (
  item text primary key references exchange_item (id) on delete cascade,
  since timestamptz not null
);
alter table exchange_uncompared enable row level security;
alter table exchange_uncompared force row level security;
create policy exchange_uncompared_reader on exchange_uncompared
  using (current_setting('tansiq.reader', true) = 'system');

-- Two items that seem to tell of the same thing, and what a person decided about them.
create table exchange_duplicate (
  first text not null references exchange_item (id) on delete cascade,
  second text not null references exchange_item (id) on delete cascade,
  first_version integer not null,
  second_version integer not null,
  state text not null check (state in ('open', 'confirmed', 'dismissed')),
  score real not null,
  reasons jsonb not null,
  found_at timestamptz not null,
  decided_at timestamptz,
  decided_by text,
  why text,
  -- STIX relationship `duplicate-of` in canonical form, once confirmed.
  relationship text,
  primary key (first, second),
  check (first < second),
  check ((state = 'open') = (decided_at is null)),
  check ((state = 'confirmed') = (relationship is not null))
);
create index exchange_duplicate_listed on exchange_duplicate (state, score desc, first, second);
create index exchange_duplicate_second on exchange_duplicate (second);
alter table exchange_duplicate enable row level security;
alter table exchange_duplicate force row level security;
-- Only who may read both may know that they are alike.
create policy exchange_duplicate_reader on exchange_duplicate using (
  exists (select 1 from exchange_item i where i.id = first and exchange_is_holders(i.holder))
  and exists (select 1 from exchange_item i where i.id = second and exchange_is_holders(i.holder))
);
