-- Alerts, and which country has acknowledged. On the sender's node a row for each country that was told; on a
-- receiver's its own.
create table watch_alert (
  id text primary key,
  -- Whose node this is, and who sent it.
  holder text not null,
  originator text not null,
  state text not null check (state in ('draft', 'sent', 'received')),
  urgency text not null,
  severity text not null,
  certainty text not null,
  language text not null check (language in ('ar', 'fr', 'en')),
  headline text not null,
  description text not null,
  area text,
  tlp_rank smallint not null check (tlp_rank between 0 and 4),
  releasable_to text[] not null check (cardinality(releasable_to) between 1 and 100),
  marking jsonb not null,
  erase_on date not null,
  agreement text not null,
  circle text,
  author text,
  desk text,
  acknowledge_ms bigint not null check (acknowledge_ms > 0),
  created_at timestamptz not null,
  sent_at timestamptz,
  sent_by text,
  received_at timestamptz,
  acknowledge_by timestamptz,
  expires_at timestamptz not null,
  check ((state = 'draft') = (sent_at is null)),
  check (holder = any (releasable_to))
);
create index watch_alert_newest on watch_alert (created_at desc, id desc);
create index watch_alert_erase on watch_alert (erase_on);

create table watch_alert_country (
  alert text not null references watch_alert (id) on delete cascade,
  party text not null,
  envelope text,
  acknowledged_at timestamptz,
  role text,
  contact text,
  -- Who of this service; stays here.
  person text,
  heard_at timestamptz,
  -- 1: the desk was called, 2: the head of the centre.
  level smallint not null default 0 check (level between 0 and 2),
  escalated_at timestamptz,
  primary key (alert, party)
);
create index watch_alert_country_open on watch_alert_country (alert) where acknowledged_at is null;

alter table watch_alert enable row level security;
alter table watch_alert force row level security;
alter table watch_alert_country enable row level security;
alter table watch_alert_country force row level security;

-- The same rule as mayReadAlert in alerts/policy.ts; a test holds the two together. What others sent here is
-- for this service's own people; a draft too.
create policy watch_alert_reader on watch_alert for select using (
  releasable_to @> array[current_setting('tansiq.party', true)]
  and (state = 'sent' or holder = current_setting('tansiq.party', true))
  and watch_may_read(holder, author, desk, tlp_rank)
);
create policy watch_alert_writer on watch_alert for insert with check (
  holder = current_setting('tansiq.party', true)
  and (current_setting('tansiq.reader', true) = 'system'
    or (current_setting('tansiq.reader', true) = 'person' and state = 'draft' and originator = holder
      and author = current_setting('tansiq.person', true)))
);
create policy watch_alert_sender on watch_alert for update using (
  holder = current_setting('tansiq.party', true)
  and current_setting('tansiq.reader', true) in ('system', 'person'));
create policy watch_alert_eraser on watch_alert for delete using (
  current_setting('tansiq.reader', true) = 'system');

-- Who was told and who has not answered is the own people's.
create policy watch_alert_country_reader on watch_alert_country for select using (
  coalesce((select a.holder = current_setting('tansiq.party', true)
    from watch_alert a where a.id = alert), false));
create policy watch_alert_country_writer on watch_alert_country for insert with check (
  coalesce((select a.holder = current_setting('tansiq.party', true)
    from watch_alert a where a.id = alert), false));
create policy watch_alert_country_changer on watch_alert_country for update using (
  coalesce((select a.holder = current_setting('tansiq.party', true)
    from watch_alert a where a.id = alert), false));
create policy watch_alert_country_eraser on watch_alert_country for delete using (
  current_setting('tansiq.reader', true) = 'system');
