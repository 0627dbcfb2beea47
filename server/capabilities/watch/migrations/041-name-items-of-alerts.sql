-- The items that bring the files of the entry of which an alert was made, as its sender names them. That one is
-- named does not say that it is here.
alter table watch_alert add column items text[] not null default '{}' check (cardinality(items) <= 10);
