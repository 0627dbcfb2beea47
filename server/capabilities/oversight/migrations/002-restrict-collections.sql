-- What the node's owner tightened for items holds for their objects in collections too: where a rule binds
-- the reader at all, an object is shown with the item that it came with, or not.
create policy oversight_tightened_collected on exchange_collected as restrictive for select using (
  item is null
  or not (select oversight_reader_is_bound())
  or exists (select 1 from exchange_item i where i.id = item)
);
