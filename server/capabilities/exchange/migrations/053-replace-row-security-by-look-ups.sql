-- Whether a row may be read is asked of its one item, by that item's key. As `exists`, PostgreSQL may
-- choose to find all items that the reader may read first, and a page of twenty then costs as much as
-- there are items.
alter policy exchange_object_reader on exchange_object using (
  coalesce((select exchange_is_holders(i.holder) from exchange_item i where i.id = item), false)
);
alter policy exchange_reference_reader on exchange_reference using (
  coalesce((select exchange_is_holders(i.holder) from exchange_item i where i.id = item), false)
);
alter policy exchange_key_reader on exchange_key using (
  coalesce((select exchange_is_holders(i.holder) from exchange_item i where i.id = item), false)
);
alter policy exchange_duplicate_reader on exchange_duplicate using (
  coalesce((select exchange_is_holders(i.holder) from exchange_item i where i.id = first), false)
  and coalesce((select exchange_is_holders(i.holder) from exchange_item i where i.id = second), false)
);
