-- How those who take part in an item call a service that this node has no link with: said in their signed
-- messages, by whom, and no more than that.
create table exchange_named_party (
  item text not null references exchange_item (id) on delete cascade,
  party text not null,
  said_by text not null,
  name_ar text not null,
  name_fr text not null,
  name_en text not null,
  country text not null check (country ~ '^[A-Z]{2}$'),
  said_at timestamptz not null,
  primary key (item, party, said_by)
);
alter table exchange_named_party enable row level security;
alter table exchange_named_party force row level security;
create policy exchange_named_party_reader on exchange_named_party using (exchange_reads_as_holder(item));
