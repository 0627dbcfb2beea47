-- Search over items and their objects. The condition of a search stands in the policy itself: row security
-- keeps an index from answering what other conditions ask, yet the conditions of one policy are all of one
-- rank. And with nothing asked for, the table shows nothing.
create extension if not exists pg_trgm;

-- What the index holds of an item: with which folding it was read, and the words that misspelt ones are
-- compared with. The house's alone.
create table exchange_search_item (
  item text primary key references exchange_item (id) on delete cascade,
  folding smallint not null,
  words text[] not null
);
create table exchange_search (
  item text not null references exchange_search_item (item) on delete cascade,
  part integer not null,
  -- For guests of this node, who get their own service's copy: title and summary.
  for_guests boolean not null,
  -- The objects in this part, by ordinal; none where the last is below the first.
  first_object integer not null,
  last_object integer not null,
  at timestamptz not null,
  document tsvector not null,
  primary key (item, part)
);
create index exchange_search_document on exchange_search using gin (document);
create index exchange_search_at on exchange_search (at desc);
alter table exchange_search alter column document set statistics 1000;
-- Every word that some item holds, once: what a misspelt word or a part of one is compared with. The house's
-- alone: a reader is told of a word only when something that he may read has it.
create table exchange_search_word (word text primary key);
create index exchange_search_word_letters on exchange_search_word using gin (word gin_trgm_ops);
-- The key of the fingerprints under which the journal keeps what was searched for. The house's alone.
create table exchange_search_key (key text not null);
insert into exchange_search_key values (gen_random_uuid()::text || gen_random_uuid()::text);

alter table exchange_search enable row level security;
alter table exchange_search force row level security;
alter table exchange_search_item enable row level security;
alter table exchange_search_item force row level security;
alter table exchange_search_word enable row level security;
alter table exchange_search_word force row level security;
alter table exchange_search_key enable row level security;
alter table exchange_search_key force row level security;

-- What is searched for in this transaction; null when nothing is.
create function exchange_search_query() returns tsquery
language sql stable as $$
  select nullif(current_setting('tansiq.search', true), '')::tsquery
$$;

-- `exists` asks through the row security of items: what a reader may not know of, he does not find.
create policy exchange_search_reader on exchange_search for select using (
  document @@ exchange_search_query()
  and exists (select 1 from exchange_item i where i.id = item and exchange_is_holders(i.holder) <> for_guests)
);
create policy exchange_search_writer on exchange_search for insert
  with check (current_setting('tansiq.reader', true) = 'system');
create policy exchange_search_item_house on exchange_search_item
  using (current_setting('tansiq.reader', true) = 'system');
create policy exchange_search_word_house on exchange_search_word
  using (current_setting('tansiq.reader', true) = 'system');
create policy exchange_search_key_house on exchange_search_key
  using (current_setting('tansiq.reader', true) = 'system');

-- Forgets those of the words that no item holds any more.
create function exchange_search_forget(words text[]) returns void
language plpgsql as $$
declare
  before text := current_setting('tansiq.search', true);
  one text;
begin
  foreach one in array words loop
    perform set_config(
      'tansiq.search', '''' || replace(replace(one, '\', '\\'), '''', '''''') || '''', true);
    if not exists (select 1 from exchange_search) then
      delete from exchange_search_word where word = one;
    end if;
  end loop;
  perform set_config('tansiq.search', coalesce(before, ''), true);
end
$$;

-- Those of the words that stand in something that the reader may see, in the order given, at most so many.
create function exchange_search_seen(words text[], lexemes text[], most integer) returns setof text
language plpgsql as $$
declare
  count integer := 0;
begin
  for at in 1 .. coalesce(array_length(words, 1), 0) loop
    exit when count >= most;
    perform set_config('tansiq.search', lexemes[at], true);
    if exists (select 1 from exchange_search) then
      count := count + 1;
      return next words[at];
    end if;
  end loop;
  perform set_config('tansiq.search', '', true);
end
$$;
