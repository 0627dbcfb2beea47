-- An alert is called off, or replaced by another that updates it (OASIS CAP 1.2 §3.2.1, msgType): by its
-- sender, who says why. The alert stays as it was sent; its countdown ends.
alter table watch_alert
  -- The alert that this one updates, and why.
  add column replaces text,
  add column reason text,
  add column ended_at timestamptz,
  add column ended_how text check (ended_how in ('cancelled', 'updated')),
  add column ended_reason text,
  -- Who of this service; stays here.
  add column ended_by text,
  -- The alert that took its place.
  add column replaced_by text,
  add check ((ended_at is null) = (ended_how is null)),
  add check (replaced_by is null or ended_how = 'updated');
create index watch_alert_replaces on watch_alert (replaces) where replaces is not null;

-- What was sent or came is not rewritten: it is sent, and it ends, once.
create function watch_keep_alert() returns trigger language plpgsql as $$
declare way text[] := array['ended_at', 'ended_how', 'ended_reason', 'ended_by', 'replaced_by'];
begin
  if old.ended_at is not null then
    raise exception 'an alert that has ended is not changed' using errcode = 'insufficient_privilege';
  end if;
  if old.state = 'draft' then
    way := way || array['state', 'sent_at', 'sent_by', 'acknowledge_by'];
  end if;
  if (to_jsonb(new) - way) <> (to_jsonb(old) - way) then
    raise exception 'an alert that was sent is not rewritten: another one updates it'
      using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger keep_alert before update on watch_alert for each row execute function watch_keep_alert();
