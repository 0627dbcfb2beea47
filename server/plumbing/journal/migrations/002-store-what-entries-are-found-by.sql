-- For whoever oversees: entries by verb, by outcome, by time, by the party that they concern, and those of
-- personal data. Drawn from the text by the database; the text and its hash stay as they are.
alter table journal_entry
  add column outcome text generated always as ((text::jsonb) ->> 'outcome') stored,
  add column personal boolean not null generated always as (
    coalesce((text::jsonb) #>> '{details,personal}', '') = 'true') stored;
create index journal_entry_at on journal_entry (at, seq);
create index journal_entry_verb on journal_entry (verb, seq);
create index journal_entry_refused on journal_entry (outcome, seq) where outcome = 'refused';
create index journal_entry_personal on journal_entry (personal, seq) where personal;

-- Which parties an entry concerns: who acted, to whom it was disclosed, who it is about. One row each, so
-- that a party's entries are found without reading the others.
create table journal_party (
  party text not null,
  seq bigint not null,
  primary key (party, seq)
);
create function journal_parties_of(entry jsonb) returns setof text language sql immutable as $$
  select distinct party from (
    select entry ->> 'actor' as party
    union all select entry ->> 'subject'
    union all select jsonb_array_elements_text(
      case when jsonb_typeof(entry #> '{details,disclosedTo}') = 'array'
        then entry #> '{details,disclosedTo}' else '[]'::jsonb end)
  ) named where party like 'identity--%'
$$;
insert into journal_party
  select party, seq from journal_entry, journal_parties_of(text::jsonb) as party;
create function journal_note_parties() returns trigger language plpgsql as $$
begin
  insert into journal_party
    select party, added.seq from added, journal_parties_of(added.text::jsonb) as party
    where added.text like '%"identity--%';
  return null;
end $$;
create trigger note_parties after insert on journal_entry
  referencing new table as added for each statement execute function journal_note_parties();

create trigger append_only before update or delete or truncate on journal_party
  for each statement execute function journal_refuse_change();
alter table journal_party enable row level security;
alter table journal_party force row level security;
create policy append on journal_party for insert with check (true);
-- The rule of read_entries again, without looking at each entry: a partner's entries are read from the end.
create policy read_parties on journal_party for select using (
  current_setting('tansiq.reader', true) = 'system'
  or (
    current_setting('tansiq.reader', true) = 'person'
    and current_setting('tansiq.role', true) in ('data-protection-officer', 'administrator', 'centre-head')
    and current_setting('tansiq.party', true) = (select party from journal_head)
  )
);
