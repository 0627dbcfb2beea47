-- What items name is read once more: names end in «of the faith», and write ch and x, in one form now.
select set_config('tansiq.reader', 'system', true);
update matching_replay set after = '';
select set_config('tansiq.reader', '', true);
