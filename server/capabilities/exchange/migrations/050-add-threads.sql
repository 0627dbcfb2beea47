-- What an item answers: a note, an opinion or a sighting on another item is an item of its own. No foreign
-- key: the answer may arrive before what it answers, and stays when that is recalled.
alter table exchange_item add column about text;
create index exchange_item_about on exchange_item (about, created_at, id) where about is not null;

-- Notes for this service alone. They are no items: nothing that sends, exports or releases knows them.
create table exchange_own_note (
  id text primary key,
  item text not null references exchange_item (id) on delete cascade,
  author text not null,
  language text not null check (language in ('ar', 'fr', 'en')),
  content text not null,
  written_at timestamptz not null
);
create index exchange_own_note_item on exchange_own_note (item, written_at, id);
alter table exchange_own_note enable row level security;
alter table exchange_own_note force row level security;
-- Who may read the item here may read what colleagues noted on it; guests and other nodes never.
create policy exchange_own_note_reader on exchange_own_note using (
  current_setting('tansiq.reader', true) = 'system'
  or (
    current_setting('tansiq.reader', true) = 'person'
    and exists (
      select 1 from exchange_item i
      where i.id = item and i.holder = current_setting('tansiq.party', true)
    )
  )
);
