-- A name is asked about by several keys: the place of the first, which is the whole name's. Null for what was
-- asked before, when each identifier had one.
alter table matching_query add column first_place integer;
-- By two parts of a name, and not by the whole.
alter table matching_card add column partly boolean not null default false;

-- What items name is read once more, for the keys of their names.
select set_config('tansiq.reader', 'system', true);
update matching_replay set after = '';
select set_config('tansiq.reader', '', true);
