-- Personal data is shown for a stated reason only, and the database holds to it: a transaction of a person
-- who works under no reason (`tansiq.context` empty) sees that an item is there and how it is marked, and no
-- word of what it says. The flag stands with the item, where every other rule looks already; what nobody has
-- looked at counts as personal.
alter table exchange_item add column personal boolean not null default true;

-- What an item says in words, apart from what its marking says of it.
create table exchange_words (
  item text primary key references exchange_item (id) on delete cascade,
  title text not null,
  summary text not null,
  returned_reason text
);

do $$
begin
  perform set_config('tansiq.reader', 'system', true);
  update exchange_item i set personal = k.personal from exchange_keeping k where k.item = i.id;
  update exchange_item set personal = false where object_count = 0;
  insert into exchange_words (item, title, summary, returned_reason)
  select id, title, summary, returned_reason from exchange_item;
  perform set_config('tansiq.reader', '', true);
end $$;
alter table exchange_item drop column title, drop column summary, drop column returned_reason;
alter table exchange_keeping drop column personal;

-- The same rule as mayConsult in consultation/policy.ts; a test holds the two together.
create function exchange_is_shown(personal boolean) returns boolean language sql stable as $$
  select not personal
    or current_setting('tansiq.reader', true) <> 'person'
    or coalesce(current_setting('tansiq.context', true), '') <> ''
$$;

alter table exchange_words enable row level security;
alter table exchange_words force row level security;
-- A guest reads title and summary of what was released to his service: no question of whose node it is.
create policy exchange_words_reader on exchange_words using (
  (select current_setting('tansiq.reader', true)) = 'system'
  or coalesce((select exchange_is_shown(i.personal) from exchange_item i where i.id = item), false)
);

alter policy exchange_object_reader on exchange_object using (
  (select current_setting('tansiq.reader', true)) = 'system'
  or coalesce((select exchange_is_holders(i.holder) and exchange_is_shown(i.personal)
    from exchange_item i where i.id = item), false)
);
alter policy exchange_reference_reader on exchange_reference using (
  (select current_setting('tansiq.reader', true)) = 'system'
  or coalesce((select exchange_is_holders(i.holder) and exchange_is_shown(i.personal)
    from exchange_item i where i.id = item), false)
);
alter policy exchange_key_reader on exchange_key using (
  (select current_setting('tansiq.reader', true)) = 'system'
  or coalesce((select exchange_is_holders(i.holder) and exchange_is_shown(i.personal)
    from exchange_item i where i.id = item), false)
);
alter policy exchange_duplicate_reader on exchange_duplicate using (
  (select current_setting('tansiq.reader', true)) = 'system'
  or (coalesce((select exchange_is_holders(i.holder) and exchange_is_shown(i.personal)
      from exchange_item i where i.id = first), false)
    and coalesce((select exchange_is_holders(i.holder) and exchange_is_shown(i.personal)
      from exchange_item i where i.id = second), false))
);
alter policy exchange_attachment_reader on exchange_attachment using (
  (select current_setting('tansiq.reader', true)) = 'system'
  or coalesce((select exchange_is_holders(i.holder) and exchange_is_shown(i.personal)
    from exchange_item i where i.id = item), false)
);
alter policy exchange_own_note_reader on exchange_own_note using (
  (select current_setting('tansiq.reader', true)) = 'system'
  or (
    (select current_setting('tansiq.reader', true)) = 'person'
    and coalesce((select i.holder = current_setting('tansiq.party', true)
        and exchange_is_shown(i.personal)
      from exchange_item i where i.id = item), false)
  )
);
alter policy exchange_subject_key_reader on exchange_subject_key using (
  (select current_setting('tansiq.reader', true)) = 'system'
  or coalesce((select exchange_is_holders(i.holder) and exchange_is_shown(i.personal)
    from exchange_item i where i.id = item), false)
);
-- Without a reason no word of a personal item answers: no hit, no count and no suggestion tells of it.
alter policy exchange_search_reader on exchange_search using (
  document @@ exchange_search_query()
  and exists (select 1 from exchange_item i where i.id = item
    and exchange_is_holders(i.holder) <> for_guests and exchange_is_shown(i.personal))
);
-- What came with an item is shown as the item is; what a system brought itself has none and is its own.
alter policy exchange_collected_reader on exchange_collected using (
  (select current_setting('tansiq.reader', true)) = 'system'
  or (
    (select current_setting('tansiq.reader', true)) = 'person'
    and party = (select current_setting('tansiq.party', true))
    and tlp_rank <= (select nullif(current_setting('tansiq.clearance', true), '')::smallint)
    and (select current_setting('tansiq.role', true)) not in ('administrator', 'data-protection-officer')
    and ((select current_setting('tansiq.role', true)) <> 'observer' or tlp_rank <= 1)
    and case
      when person is not null then
        person = (select current_setting('tansiq.person', true))
        and (select current_setting('tansiq.role', true)) = 'connector'
      else
        tlp_rank < 4
        or author = (select current_setting('tansiq.person', true))
        or desk = any ((select string_to_array(current_setting('tansiq.desks', true), ','))::text[])
        or (select current_setting('tansiq.role', true)) in ('contact-point', 'centre-head')
    end
    and (
      (select exchange_is_shown(true))
      or item is null
      or coalesce((select not i.personal from exchange_item i where i.id = item), false)
    )
  )
);
