-- An item: what one service tells others, with its marking. Content objects are kept as canonical text
-- (RFC 8785), so that what came in goes out byte for byte.
create table exchange_item (
  id text primary key,
  version integer not null check (version >= 1),
  originator text not null,
  -- Whose node this is: the one party whose people may read what others sent here.
  holder text not null,
  identity jsonb not null,
  state text not null check (state in ('draft', 'proposed', 'returned', 'released', 'received')),
  title text not null,
  summary text not null,
  language text not null check (language in ('ar', 'fr', 'en')),
  tlp_rank smallint not null check (tlp_rank between 0 and 4),
  grade text,
  field text not null,
  releasable_to text[] not null check (cardinality(releasable_to) between 1 and 100),
  review_on date not null,
  erase_on date not null,
  -- The whole marking as given; the columns above are drawn from it to be searched and enforced.
  marking jsonb not null,
  agreement text,
  circle text,
  recipients text[] not null,
  withheld jsonb not null,
  desk text,
  author text,
  object_count integer not null,
  types jsonb not null,
  created_at timestamptz not null,
  modified_at timestamptz not null,
  proposed_at timestamptz,
  proposed_by text,
  released_at timestamptz,
  released_by text,
  received_at timestamptz,
  read_at timestamptz,
  returned_reason text,
  -- When it entered its present box: the order of every list.
  listed_at timestamptz not null
);
create index exchange_item_listed on exchange_item (state, listed_at desc, id);
create index exchange_item_unread on exchange_item (desk) where state = 'received' and read_at is null;
create index exchange_item_field on exchange_item (state, field, listed_at desc);
create index exchange_item_originator on exchange_item (originator, listed_at desc);

create table exchange_object (
  item text not null references exchange_item (id) on delete cascade,
  ordinal integer not null,
  stix_id text not null,
  stix_type text not null,
  content text not null,
  primary key (item, ordinal)
);
create index exchange_object_stix_id on exchange_object (stix_id);

create table exchange_delivery (
  item text not null references exchange_item (id) on delete cascade,
  version integer not null,
  recipient text not null,
  envelope text not null,
  withheld text[] not null,
  read_at timestamptz,
  primary key (item, version, recipient)
);
create unique index exchange_delivery_envelope on exchange_delivery (envelope);

alter table exchange_item enable row level security;
alter table exchange_item force row level security;
alter table exchange_object enable row level security;
alter table exchange_object force row level security;
alter table exchange_delivery enable row level security;
alter table exchange_delivery force row level security;

-- The same rule as mayRead in policy.ts; a test holds the two together.
create function exchange_may_read(item exchange_item) returns boolean
language sql stable as $$
  select case current_setting('tansiq.reader', true)
    when 'system' then true
    when 'peer' then
      item.originator = current_setting('tansiq.party', true)
      or (item.state = 'released' and current_setting('tansiq.party', true) = any (item.releasable_to))
    when 'person' then
      current_setting('tansiq.party', true) = any (item.releasable_to)
      and item.tlp_rank <= current_setting('tansiq.clearance', true)::smallint
      and current_setting('tansiq.role', true) not in ('administrator', 'data-protection-officer')
      and (current_setting('tansiq.role', true) <> 'observer' or item.tlp_rank <= 1)
      and case
        when item.state in ('released', 'received') then
          (item.state = 'released' or item.holder = current_setting('tansiq.party', true))
          and (
            item.tlp_rank < 4
            or item.author = current_setting('tansiq.person', true)
            or item.desk = any (string_to_array(current_setting('tansiq.desks', true), ','))
            or current_setting('tansiq.role', true) in ('contact-point', 'centre-head')
          )
        else
          item.originator = current_setting('tansiq.party', true)
          and (
            item.author = current_setting('tansiq.person', true)
            or item.desk = any (string_to_array(current_setting('tansiq.desks', true), ','))
            or (
              item.state in ('proposed', 'returned')
              and current_setting('tansiq.role', true) = 'contact-point'
            )
          )
      end
    else false
  end
$$;

create policy exchange_item_reader on exchange_item using (exchange_may_read(exchange_item));
-- A guest of this node may read an item that was released to his party, yet his party's copy alone: the content
-- as stored, and who else was sent it, are for the holder's own people.
create function exchange_is_holders(holder text) returns boolean
language sql stable as $$
  select current_setting('tansiq.reader', true) <> 'person' or holder = current_setting('tansiq.party', true)
$$;
create policy exchange_object_reader on exchange_object using (
  exists (select 1 from exchange_item i where i.id = item and exchange_is_holders(i.holder))
);
create policy exchange_delivery_reader on exchange_delivery using (
  exists (select 1 from exchange_item i where i.id = item and exchange_is_holders(i.holder))
);
