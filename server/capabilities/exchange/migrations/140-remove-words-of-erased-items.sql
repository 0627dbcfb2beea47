-- What was said of items that are erased by now: it goes with an item from here on. A recall that someone has
-- not obeyed yet keeps its words until he has, as does one that came here before its item.
do $$
begin
  perform set_config('tansiq.reader', 'system', true);
  delete from exchange_control_words w
  where not exists (select from exchange_item i where i.id = w.item)
    and (w.kind <> 'recall' or exists (
      select from exchange_recall r where r.id = w.id and r.recalled_by is not null
        and not exists (select from exchange_compliance c where c.recall = r.id and c.outcome is null)));
  perform set_config('tansiq.reader', '', true);
end $$;
