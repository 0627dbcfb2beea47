-- Collections for TAXII clients: one of each connected system's own, one with what this service may read, one
-- for each partner with the copies that he was released. What is in them is kept as canonical text, beside
-- the few facts that row security and the order of pages look at, so that a page is read without looking
-- elsewhere.
create table exchange_collection (
  id text primary key,
  kind text not null check (kind in ('own', 'service', 'partner')),
  -- The party whose people read it; of an own collection, also the one account that does.
  party text not null,
  person text,
  -- The latest date_added, in microseconds: who adds holds this row, so that the order is that of the
  -- commits.
  last_added bigint not null default 0,
  created_at timestamptz not null,
  check ((kind = 'own') = (person is not null))
);
create unique index exchange_collection_reader on exchange_collection (kind, party, coalesce(person, ''));

create table exchange_collected (
  collection text not null references exchange_collection (id) on delete cascade,
  -- date_added, in microseconds; no two objects of a collection have the same.
  added bigint not null,
  stix_id text not null,
  stix_type text not null,
  -- As given; `version_key` sorts and compares it.
  version text not null,
  version_key text collate "C" not null,
  tlp_rank smallint not null check (tlp_rank between 0 and 4),
  -- The lowest TLP rank among earlier versions, later versions and later rows of the same version; 5 for
  -- none. A reader cleared up to `n` finds the last version that he may see where later_rank > n.
  earlier_rank smallint not null default 5,
  later_rank smallint not null default 5,
  twin_rank smallint not null default 5,
  -- Whose it is, drawn from the collection and the item to be enforced.
  party text not null,
  person text,
  author text,
  desk text,
  item text references exchange_item (id) on delete cascade,
  -- Hash of all about the item that its readers depend on: where it is the same, nothing is placed anew.
  grounds text,
  -- The item that it was drawn into, of an own collection.
  drawn text,
  size integer not null,
  content text not null,
  primary key (collection, added)
);
create index exchange_collected_object on exchange_collected (collection, stix_id);
create index exchange_collected_type on exchange_collected (collection, stix_type, added);
create index exchange_collected_item on exchange_collected (item) where item is not null;
create index exchange_collected_fresh on exchange_collected (collection, added)
  where person is not null and drawn is null;
create index exchange_collected_drawn on exchange_collected (drawn) where drawn is not null;

-- Items whose objects are to be put into a collection, or put there again.
create table exchange_uncollected (
  collection text not null references exchange_collection (id) on delete cascade,
  item text not null references exchange_item (id) on delete cascade,
  queued_at timestamptz not null,
  primary key (collection, item)
);

-- What came of a POST, for who posted, until it is swept.
create table exchange_taxii_status (
  id text primary key,
  person text not null,
  created_at timestamptz not null,
  body text not null
);
create index exchange_taxii_status_created on exchange_taxii_status (created_at);

alter table exchange_collection enable row level security;
alter table exchange_collection force row level security;
alter table exchange_collected enable row level security;
alter table exchange_collected force row level security;
alter table exchange_uncollected enable row level security;
alter table exchange_uncollected force row level security;
alter table exchange_taxii_status enable row level security;
alter table exchange_taxii_status force row level security;

-- The same rules as mayReadCollection and mayReadCollected in taxii/policy.ts; a test holds them together.
-- Each setting is asked for once a query, not once a row.
create policy exchange_collection_reader on exchange_collection using (
  (select current_setting('tansiq.reader', true)) = 'system'
  or (
    (select current_setting('tansiq.reader', true)) = 'person'
    and party = (select current_setting('tansiq.party', true))
    and (select current_setting('tansiq.role', true)) not in ('administrator', 'data-protection-officer')
    and (
      person is null
      or (
        person = (select current_setting('tansiq.person', true))
        and (select current_setting('tansiq.role', true)) = 'connector'
      )
    )
  )
);
create policy exchange_collected_reader on exchange_collected using (
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
  )
);
create policy exchange_uncollected_reader on exchange_uncollected using (
  (select current_setting('tansiq.reader', true)) = 'system'
);
create policy exchange_taxii_status_reader on exchange_taxii_status using (
  (select current_setting('tansiq.reader', true)) = 'system'
  or (
    (select current_setting('tansiq.reader', true)) = 'person'
    and person = (select current_setting('tansiq.person', true))
  )
);
