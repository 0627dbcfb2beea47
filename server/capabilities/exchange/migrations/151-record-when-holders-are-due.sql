-- When a holder who has not proved that he obeyed is to be told, or reminded: at once, until he was told;
-- then by the day on which he had to obey; then a day after each reminder. Whoever is due is read from an
-- index, however many there are of the others.
alter table exchange_compliance add column due_at timestamptz not null default 'epoch';
do $$
declare
  reader text := current_setting('tansiq.reader', true);
begin
  perform set_config('tansiq.reader', 'system', true);
  update exchange_compliance c
    set due_at = greatest(r.comply_by, c.reminded_at + interval '1 day')
    from exchange_recall r where r.id = c.recall and c.outcome is null and c.told_at is not null;
  perform set_config('tansiq.reader', coalesce(reader, ''), true);
end $$;
create index exchange_compliance_due on exchange_compliance (due_at, recall, party) where outcome is null;
