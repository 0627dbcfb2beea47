-- Of each item: whether it holds personal data, and when it is due for review and erasure. A review that was
-- held here moves this node's date alone; the marking stays as its originator gave it.
create table exchange_keeping (
  item text primary key references exchange_item (id) on delete cascade,
  personal boolean not null,
  marked_review_on date not null,
  review_on date not null,
  erase_on date not null,
  due_on date not null generated always as (least(review_on, erase_on)) stored,
  reviewed_at timestamptz,
  reviewed_by text,
  reason text
);
create index exchange_keeping_erase on exchange_keeping (erase_on, item);
create index exchange_keeping_due on exchange_keeping (due_on, item);

-- Who and what an item names, as keyed hashes of folded names and identifiers: found by who knows the name,
-- readable by nobody.
create table exchange_subject_key (
  item text not null references exchange_item (id) on delete cascade,
  key_hash text not null,
  kind text not null check (kind in ('name', 'e-mail', 'telephone', 'account', 'document', 'vehicle')),
  primary key (key_hash, item, kind)
);
create index exchange_subject_key_item on exchange_subject_key (item);

alter table exchange_keeping enable row level security;
alter table exchange_keeping force row level security;
alter table exchange_subject_key enable row level security;
alter table exchange_subject_key force row level security;

-- The same rule as the item: whoever may not know of it learns no date of it either.
create policy exchange_keeping_reader on exchange_keeping using (
  current_setting('tansiq.reader', true) = 'system'
  or exists (select 1 from exchange_item i where i.id = item)
);
create policy exchange_subject_key_reader on exchange_subject_key using (
  current_setting('tansiq.reader', true) = 'system'
  or exists (select 1 from exchange_item i where i.id = item and exchange_is_holders(i.holder))
);

-- What is here already. Its subjects are indexed when it is next kept.
do $$
begin
  perform set_config('tansiq.reader', 'system', true);
  insert into exchange_keeping (item, personal, marked_review_on, review_on, erase_on)
  select i.id,
    jsonb_array_length(i.marking -> 'personCategories') > 0 or exists (
      select 1 from exchange_object o where o.item = i.id and (
        o.stix_type in ('email-addr', 'email-message', 'user-account')
        or (o.stix_type = 'identity' and (o.content::jsonb) ->> 'identity_class' = 'individual')
        or jsonb_exists((o.content::jsonb) -> 'extensions',
          'extension-definition--5c8f1b90-2e6d-4a37-b1f4-08d7c9e3a507')
      )
    ),
    i.review_on, i.review_on, i.erase_on
  from exchange_item i;
  perform set_config('tansiq.reader', '', true);
end $$;
