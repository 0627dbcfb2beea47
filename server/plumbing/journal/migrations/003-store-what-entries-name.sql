-- What an entry names beside its actor: the parties that it concerns, and the things that a list, a search or
-- a collection showed; each with the entry's verb, so that any kind of a party's entries is read from its own
-- end, however many there are of the others. Written once, with the entry. It takes the place of
-- journal_party, which knew no verb and no thing.
create table journal_mention (
  named text not null,
  verb text not null,
  seq bigint not null,
  primary key (named, verb, seq)
);
create index journal_mention_named on journal_mention (named, seq);

create function journal_named_in(entry jsonb) returns setof text language sql immutable as $$
  select distinct named from (
    select entry ->> 'actor' as named where entry ->> 'actor' like 'identity--%'
    union all select entry ->> 'subject' where entry ->> 'subject' like 'identity--%'
    union all select jsonb_array_elements_text(
      case when jsonb_typeof(entry #> '{details,disclosedTo}') = 'array'
        then entry #> '{details,disclosedTo}' else '[]'::jsonb end)
    union all select jsonb_array_elements_text(
      case when jsonb_typeof(entry #> '{details,items}') = 'array'
        then entry #> '{details,items}' else '[]'::jsonb end)
  ) naming where named is not null
$$;
do $$
declare
  reader text := current_setting('tansiq.reader', true);
begin
  perform set_config('tansiq.reader', 'system', true);
  insert into journal_mention
    select named, verb, seq from journal_entry, journal_named_in(text::jsonb) as named;
  perform set_config('tansiq.reader', coalesce(reader, ''), true);
end $$;

create function journal_note_mentions() returns trigger language plpgsql as $$
begin
  insert into journal_mention
    select named, added.verb, added.seq from added, journal_named_in(added.text::jsonb) as named
    where added.text like '%"identity--%' or added.text like '%"items":[%';
  return null;
end $$;
drop trigger note_parties on journal_entry;
drop function journal_note_parties();
drop table journal_party;
drop function journal_parties_of(jsonb);
create trigger note_mentions after insert on journal_entry
  referencing new table as added for each statement execute function journal_note_mentions();

create trigger append_only before update or delete or truncate on journal_mention
  for each statement execute function journal_refuse_change();
alter table journal_mention enable row level security;
alter table journal_mention force row level security;
create policy append on journal_mention for insert with check (true);
-- The rule of read_entries again, without looking at each entry.
create policy read_mentions on journal_mention for select using (
  current_setting('tansiq.reader', true) = 'system'
  or (
    current_setting('tansiq.reader', true) = 'person'
    and current_setting('tansiq.role', true) in ('data-protection-officer', 'administrator', 'centre-head')
    and current_setting('tansiq.party', true) = (select party from journal_head)
  )
);
