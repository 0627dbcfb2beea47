-- The words by which sessions are found, beside what a list is narrowed to. As over the log, the condition of
-- a search stands in the policy itself, so that the index answers it; with nothing asked for, the table shows
-- nothing.
create table events_session_search (
  session text primary key references events_session (id) on delete cascade,
  holder text not null,
  event text not null,
  venue text,
  state text not null,
  starts_at timestamptz not null,
  document tsvector not null
);
create index events_session_search_document on events_session_search using gin (document);
-- What a great many have is found by walking the programme.
create index events_session_search_starts on events_session_search (event, starts_at, session);
alter table events_session_search enable row level security;
alter table events_session_search force row level security;

create function events_search_query() returns tsquery language sql stable as $$
  select nullif(current_setting('tansiq.search', true), '')::tsquery
$$;
create policy events_session_search_reader on events_session_search for select using (
  document @@ (select events_search_query()) and (select events_is_read())
  and holder = (select current_setting('tansiq.party', true)));
create policy events_session_search_maker on events_session_search for insert
  with check (events_may_plan(holder));
create policy events_session_search_changer on events_session_search for update
  using (events_may_plan(holder)) with check (events_may_plan(holder));
create policy events_session_search_remover on events_session_search for delete
  using (events_may_plan(holder));

-- What there is already: its words and their stems, until it is written again.
alter table events_session no force row level security;
insert into events_session_search
  select s.id, s.holder, s.event, s.venue, s.state, s.starts_at, array_to_tsvector(array(
    select distinct form
    from regexp_split_to_table(s.found_by, '[][\s.,;:!?(){}/''"–—·_-]+') word
    cross join lateral unnest(array[left(word, 200)]
      || case when word ~ '^[ء-ي]{3,40}$' then ts_lexize('arabic_stem', word)
        else ts_lexize('french_stem', left(word, 40)) || ts_lexize('english_stem', left(word, 40)) end) form
    where form <> ''))
  from events_session s;
alter table events_session force row level security;
alter table events_session drop column found_by;
