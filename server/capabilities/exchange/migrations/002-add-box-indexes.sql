-- One index for each filter of a box, in the order of the box, so that a page of 50 reads about 50 rows
-- however many items there are. Row security lets an index answer only what cannot leak: equality, and the
-- order itself.
drop index exchange_item_listed;
drop index exchange_item_field;
drop index exchange_item_originator;
drop index exchange_item_unread;
create index exchange_item_listed on exchange_item (state, listed_at desc, id desc);
create index exchange_item_field on exchange_item (state, field, listed_at desc, id desc);
create index exchange_item_marking on exchange_item (state, tlp_rank, listed_at desc, id desc);
create index exchange_item_grade on exchange_item (state, grade, listed_at desc, id desc)
  where grade is not null;
create index exchange_item_desk on exchange_item (state, desk, listed_at desc, id desc)
  where desk is not null;
create index exchange_item_originator on exchange_item (state, originator, listed_at desc, id desc);
create index exchange_item_unread on exchange_item (state, listed_at desc, id desc) where read_at is null;
