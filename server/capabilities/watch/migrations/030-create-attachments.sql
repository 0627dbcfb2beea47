-- Attachments of entries: files and photos by the hash of their bytes, which the store of attachments keeps
-- in the name of the entry. They go with the entry's content.
create table watch_attachment (
  entry text not null references watch_content (entry) on delete cascade,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  ordinal smallint not null,
  name text not null,
  -- What a picture shows, in the words of who attached it.
  description text,
  bytes bigint not null check (bytes >= 0),
  mime_type text not null,
  inspection jsonb not null,
  -- A small WebP of a picture, made by the node; null for anything else.
  thumbnail bytea,
  primary key (entry, hash)
);
create trigger append_only before update or truncate on watch_attachment
  for each statement execute function watch_refuse_change();
alter table watch_attachment enable row level security;
alter table watch_attachment force row level security;

-- As the content that they stand beside: read by who reads it, for a stated reason where it holds personal
-- data; written by its author; taken away by the house, with the content.
create policy watch_attachment_reader on watch_attachment for select using (
  coalesce((select not e.personal or watch_reason_stated() from watch_entry e where e.id = entry), false));
create policy watch_attachment_writer on watch_attachment for insert with check (
  coalesce((select e.holder = current_setting('tansiq.party', true) and (
      current_setting('tansiq.reader', true) = 'system'
      or e.author = current_setting('tansiq.person', true))
    from watch_entry e where e.id = entry), false));
create policy watch_attachment_eraser on watch_attachment for delete using (
  current_setting('tansiq.reader', true) = 'system');
