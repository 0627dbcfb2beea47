-- Notices that an alert waits, on their way to the mail or the software of the node's owner: a pointer, never
-- what the alert says. One for each occasion and way.
create table watch_notice (
  id uuid primary key,
  alert text not null references watch_alert (id) on delete cascade,
  occasion text not null check (occasion in ('received', 'late-1', 'late-2')),
  way text not null check (way in ('mail', 'webhook')),
  state text not null check (state in ('waiting', 'given', 'needless', 'given-up')),
  queued_at timestamptz not null,
  attempts integer not null default 0,
  next_at timestamptz not null,
  ended_at timestamptz,
  unique (alert, occasion, way),
  check ((state = 'waiting') = (ended_at is null))
);
create index watch_notice_due on watch_notice (next_at) where state = 'waiting';
alter table watch_notice enable row level security;
alter table watch_notice force row level security;
create policy watch_notice_house on watch_notice using (
  current_setting('tansiq.reader', true) = 'system');
