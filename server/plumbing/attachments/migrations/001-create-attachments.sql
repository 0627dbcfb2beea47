-- What bytes the store keeps, by their hash, and who holds them. Bytes that nobody holds are removed.
create table attachment_content (
  hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
  bytes bigint not null check (bytes >= 0),
  stored_at timestamptz not null
);
-- `holder` is a name that whoever keeps the bytes gives: an item, an upload that waits for its item.
create table attachment_hold (
  hash text not null references attachment_content (hash),
  holder text not null,
  primary key (hash, holder)
);
create index attachment_hold_holder on attachment_hold (holder);

do $$
declare
  guarded text;
begin
  foreach guarded in array array['attachment_content', 'attachment_hold'] loop
    execute format('alter table %I enable row level security', guarded);
    execute format('alter table %I force row level security', guarded);
    -- A hash says who has which content: the house alone sees it, people see the attachments of their items.
    execute format($policy$create policy house on %I using (current_setting('tansiq.reader', true) = 'system')
      with check (current_setting('tansiq.reader', true) = 'system')$policy$, guarded);
  end loop;
end $$;
