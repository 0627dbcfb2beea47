-- Of an item of many objects the first ones are read in the transaction that writes it, the others after it.
-- `next_object` is the ordinal from which objects are still to be read; `former` are words that the item had
-- before it changed, to be forgotten once it is read to its end.
alter table exchange_search_item
  add column former text[],
  add column next_object integer,
  add column next_part integer not null default 0;
create index exchange_search_item_waiting on exchange_search_item (item) where next_object is not null;
