-- An entry may become a request for information; and what was made of an entry names the entry.
alter table watch_promotion drop constraint watch_promotion_kind_check;
alter table watch_promotion add constraint watch_promotion_kind_check
  check (kind in ('item', 'alert', 'request'));
create index watch_promotion_target on watch_promotion (target);
