-- Search over the log, as over items: the condition of a search stands in the policy itself, so that the
-- index answers it; with nothing asked for, the table shows nothing. Goes with the content.
create table watch_search (
  entry text primary key references watch_content (entry) on delete cascade,
  recorded_at timestamptz not null,
  document tsvector not null
);
create index watch_search_document on watch_search using gin (document);
create index watch_search_recorded on watch_search (recorded_at desc, entry desc);
alter table watch_search alter column document set statistics 1000;
alter table watch_search enable row level security;
alter table watch_search force row level security;

create function watch_search_query() returns tsquery
language sql stable as $$
  select nullif(current_setting('tansiq.search', true), '')::tsquery
$$;
create policy watch_search_reader on watch_search for select using (
  document @@ watch_search_query()
  and coalesce((select not e.personal or watch_reason_stated()
    from watch_entry e where e.id = entry), false));
create policy watch_search_writer on watch_search for insert with check (
  coalesce((select e.holder = current_setting('tansiq.party', true)
    from watch_entry e where e.id = entry), false));
-- The content's deletion takes the words along: by the house, whatever is searched for meanwhile.
create policy watch_search_eraser on watch_search for delete using (
  current_setting('tansiq.reader', true) = 'system');
