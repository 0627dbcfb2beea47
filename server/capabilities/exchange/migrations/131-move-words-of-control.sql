-- What is said in words of a recall, a question or a consent may name a person: the database shows it as it
-- shows what the item says. The signed message repeats the reason, and stands beside it.
create table exchange_control_words (
  -- The recall, the question or the consent.
  id text primary key,
  item text not null,
  kind text not null check (kind in ('recall', 'request', 'consent')),
  reason text,
  decision_reason text,
  -- As it travels: canonical text (RFC 8785).
  message text
);

do $$
begin
  perform set_config('tansiq.reader', 'system', true);
  insert into exchange_control_words (id, item, kind, reason, message)
    select id, item, 'recall', reason, tombstone from exchange_recall;
  insert into exchange_control_words (id, item, kind, reason, decision_reason)
    select id, item, 'request', reason, decision_reason from exchange_onward_request;
  insert into exchange_control_words (id, item, kind, message)
    select id, item, 'consent', message from exchange_consent;
  perform set_config('tansiq.reader', '', true);
end $$;
alter table exchange_recall drop column reason, drop column tombstone;
alter table exchange_onward_request drop column reason, drop column decision_reason;
alter table exchange_consent drop column message;

alter table exchange_control_words enable row level security;
alter table exchange_control_words force row level security;
-- A guest learns why an item was taken back; what is asked and answered is between the services.
create policy exchange_control_words_reader on exchange_control_words using (
  case kind when 'recall' then exchange_reads_words(item) else exchange_reads_content(item) end
);
