-- Who of this service read what a partner sent under an agreement by which he is told more than the first
-- reading. The house's alone: what leaves are numbers.
create table exchange_reader (
  item text not null references exchange_item (id) on delete cascade,
  version integer not null,
  person text not null,
  role text not null,
  primary key (item, version, person)
);
-- When the originator was last told, and whether there is more to tell.
create table exchange_readers_told (
  item text primary key references exchange_item (id) on delete cascade,
  version integer not null,
  told_at timestamptz,
  is_due boolean not null
);
create index exchange_readers_due on exchange_readers_told (told_at) where is_due;

alter table exchange_reader enable row level security;
alter table exchange_reader force row level security;
alter table exchange_readers_told enable row level security;
alter table exchange_readers_told force row level security;
create policy exchange_reader_house on exchange_reader
  using (current_setting('tansiq.reader', true) = 'system');
create policy exchange_readers_told_house on exchange_readers_told
  using (current_setting('tansiq.reader', true) = 'system');

-- What a recipient told of his readers, and when.
alter table exchange_delivery
  add column readers integer check (readers >= 1),
  add column readers_by_role jsonb,
  add column readers_at timestamptz;
