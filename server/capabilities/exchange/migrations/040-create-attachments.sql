-- Attachments: the artifacts of an item whose bytes this node keeps or is to fetch, and uploads that wait for
-- their item. The bytes themselves are in the store of attachments, held in the name of item or upload.
create table exchange_attachment (
  item text not null references exchange_item (id) on delete cascade,
  -- The STIX artifact (§6.1) that stands for the bytes.
  artifact text not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  ordinal integer not null,
  -- As the STIX file says them; null where the file is withheld.
  name text,
  bytes bigint,
  mime_type text,
  -- Whose node has the bytes; null for those of this node's own items.
  sender text,
  state text not null check (state in ('here', 'expected', 'fetching', 'failed')),
  fetched_bytes bigint not null default 0,
  failure text,
  attempts integer not null default 0,
  retry_at timestamptz,
  claimed_by text,
  claimed_until timestamptz,
  -- What this node found by looking into the bytes; null until they are here.
  inspection jsonb,
  primary key (item, artifact)
);
create index exchange_attachment_hash on exchange_attachment (hash);
create index exchange_attachment_due on exchange_attachment (retry_at)
  where state in ('expected', 'fetching');

create table exchange_upload (
  id uuid primary key,
  person text not null,
  name text not null,
  hash text not null,
  bytes bigint not null,
  mime_type text not null,
  inspection jsonb not null,
  created_at timestamptz not null
);
create index exchange_upload_person on exchange_upload (person, hash);
create index exchange_upload_created on exchange_upload (created_at);

alter table exchange_attachment enable row level security;
alter table exchange_attachment force row level security;
alter table exchange_upload enable row level security;
alter table exchange_upload force row level security;

-- As the content objects of the item: for those who may read it, and of a guest's own copy alone.
create policy exchange_attachment_reader on exchange_attachment using (
  exists (select 1 from exchange_item i where i.id = item and exchange_is_holders(i.holder))
);
-- An upload is its author's until he saves the item that holds it.
create policy exchange_upload_owner on exchange_upload using (
  current_setting('tansiq.reader', true) = 'system'
  or (
    current_setting('tansiq.reader', true) = 'person'
    and person = current_setting('tansiq.person', true)
  )
);
