-- What decides whether a part is found stands in its item. Asked of the item for each part that answers, it
-- made a phrase of common words cost as much as there are items. So of what is settled there is a copy here,
-- as of strands (requests: 040), which the database alone writes; of the rest the item is asked as before.
-- Half of each page is left free: a change of the copy then stays on its page, and costs the index nothing.
alter table exchange_search
  add column holder text, add column tlp_rank smallint, add column personal boolean,
  -- Of TLP:RED alone, which is for named people; else null.
  add column author text, add column desk text,
  -- True where it went out or came in, and was released to the holder's service or passed on to it.
  add column settled boolean;
alter table exchange_search set (fillfactor = 50);

create function exchange_is_settled(item exchange_item) returns boolean language sql immutable as $$
  select item.state in ('released', 'received', 'recalled')
    and (item.holder = any (item.releasable_to) or item.via is not null)
$$;

-- As the house, whoever writes: what he may not read is copied all the same.
create function exchange_copy_to_part() returns trigger language plpgsql as $$
declare reader text := coalesce(current_setting('tansiq.reader', true), '');
begin
  perform set_config('tansiq.reader', 'system', true);
  select i.holder, i.tlp_rank, i.personal, case when i.tlp_rank = 4 then i.author end,
    case when i.tlp_rank = 4 then i.desk end, exchange_is_settled(i)
  into new.holder, new.tlp_rank, new.personal, new.author, new.desk, new.settled
  from exchange_item i where i.id = new.item;
  perform set_config('tansiq.reader', reader, true);
  return new;
end $$;

-- The parts of one item, all of them: each lacks a word that no text has.
create function exchange_copy_to_parts() returns trigger language plpgsql as $$
declare
  reader text := coalesce(current_setting('tansiq.reader', true), '');
  search text := coalesce(current_setting('tansiq.search', true), '');
begin
  perform set_config('tansiq.reader', 'system', true), set_config('tansiq.search', '!''@@none''', true);
  update exchange_search set settled = settled where item = new.id;
  perform set_config('tansiq.reader', reader, true), set_config('tansiq.search', search, true);
  return null;
end $$;

-- Rules that others add to those of items: where one may bind who reads, each item is asked. Whoever adds
-- some replaces this.
create function exchange_reader_is_bound() returns boolean language plpgsql stable parallel safe as $$
begin
  return false;
end $$;

create policy exchange_search_copier on exchange_search for update
  using (current_setting('tansiq.reader', true) = 'system');

-- The house sees all parts, guests theirs alone, all others those that are not for guests. For the holder's
-- people the same rule as mayRead and mayConsult; search/row-security.test.ts holds them together. Of who
-- reads it is asked once in a statement.
alter policy exchange_search_reader on exchange_search using (
  document @@ exchange_search_query()
  and case
    when (select current_setting('tansiq.reader', true)) = 'system' then true
    when for_guests = ((select current_setting('tansiq.reader', true)) <> 'person'
      or holder = (select current_setting('tansiq.party', true))) then false
    when (select current_setting('tansiq.reader', true)) = 'person' and settled and not for_guests
      and not (select exchange_reader_is_bound())
    then
      tlp_rank <= (select nullif(current_setting('tansiq.clearance', true), '')::smallint)
      and (select current_setting('tansiq.role', true)) not in ('administrator', 'data-protection-officer')
      and (tlp_rank <= 1 or (select current_setting('tansiq.role', true)) <> 'observer')
      and (not personal or (select exchange_is_shown(true)))
      and (
        tlp_rank < 4
        or author = (select current_setting('tansiq.person', true))
        or desk = any ((select string_to_array(current_setting('tansiq.desks', true), ','))::text[])
        or (select current_setting('tansiq.role', true)) in ('contact-point', 'centre-head')
      )
    else exchange_reads_words(item)
  end
);

do $$
begin
  perform set_config('tansiq.reader', 'system', true), set_config('tansiq.search', '!''@@none''', true);
  update exchange_search s set holder = i.holder, tlp_rank = i.tlp_rank, personal = i.personal,
    author = case when i.tlp_rank = 4 then i.author end, desk = case when i.tlp_rank = 4 then i.desk end,
    settled = exchange_is_settled(i)
  from exchange_item i where i.id = s.item;
  perform set_config('tansiq.reader', '', true), set_config('tansiq.search', '', true);
end $$;
alter table exchange_search alter column holder set not null, alter column tlp_rank set not null,
  alter column personal set not null, alter column settled set not null;
-- For observers and those cleared to little, who find few of many.
create index exchange_search_open on exchange_search (at desc) where tlp_rank <= 1;

create trigger copy_to_part
  before insert or update of item, holder, tlp_rank, personal, author, desk, settled on exchange_search
  for each row execute function exchange_copy_to_part();
create trigger copy_to_parts
  after update of holder, tlp_rank, personal, author, desk, state, releasable_to, via on exchange_item
  for each row when (
    (old.holder, old.tlp_rank, old.personal, exchange_is_settled(old)) is distinct from
    (new.holder, new.tlp_rank, new.personal, exchange_is_settled(new))
    or (new.tlp_rank = 4 and (old.author, old.desk) is distinct from (new.author, new.desk)))
  execute function exchange_copy_to_parts();
