-- Which object refers to which, by every reference that the content of an item holds: what a step of the
-- graph reads. One row for each reference, found from either end; it goes with its item.
create table exchange_reference (
  item text not null references exchange_item (id) on delete cascade,
  source text not null,
  target text not null,
  -- The relationship's own type (`uses`), or the name of the property (`sighting-of`).
  relation text not null
);
create index exchange_reference_item on exchange_reference (item);
create index exchange_reference_source on exchange_reference (source, target);
create index exchange_reference_target on exchange_reference (target, source);
alter table exchange_reference enable row level security;
alter table exchange_reference force row level security;
create policy exchange_reference_reader on exchange_reference using (
  exists (select 1 from exchange_item i where i.id = item and exchange_is_holders(i.holder))
);
-- Who holds an object, in an order that a page can go on from.
create index exchange_object_holder on exchange_object (stix_id, item);
drop index exchange_object_stix_id;
