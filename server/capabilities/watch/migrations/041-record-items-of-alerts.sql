-- The items that bring the files of the entry of which an alert was made, as its sender names them. That one
-- is named does not say that it is here.
alter table watch_alert add column items text[] not null default '{}' check (cardinality(items) <= 10);

-- What was sent or came is not rewritten: it is sent, which names its items, and it ends, once.
create or replace function watch_keep_alert() returns trigger language plpgsql as $$
declare way text[] := array['ended_at', 'ended_how', 'ended_reason', 'ended_by', 'replaced_by'];
begin
  if old.ended_at is not null then
    raise exception 'an alert that has ended is not changed' using errcode = 'insufficient_privilege';
  end if;
  if old.state = 'draft' then
    way := way || array['state', 'sent_at', 'sent_by', 'acknowledge_by', 'items'];
  end if;
  if (to_jsonb(new) - way) <> (to_jsonb(old) - way) then
    raise exception 'an alert that was sent is not rewritten: another one updates it'
      using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
