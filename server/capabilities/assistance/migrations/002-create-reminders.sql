-- That an ask waits for an answer and its time comes near, or is over: told once for each partner and version.
create table assistance_reminder (
  ask uuid not null references assistance_ask (id) on delete cascade,
  party text not null,
  version integer not null,
  -- 1: its time comes near; 2: its time is over.
  level smallint not null check (level in (1, 2)),
  holder text not null,
  tlp_rank smallint not null,
  reminded_at timestamptz not null,
  primary key (ask, party, version, level)
);
alter table assistance_reminder enable row level security;
alter table assistance_reminder force row level security;
create policy assistance_reminder_reader on assistance_reminder for select
  using (assistance_may_read(holder, tlp_rank));
create policy assistance_reminder_writer on assistance_reminder for insert with check (
  current_setting('tansiq.reader', true) = 'system' and assistance_may_read(holder, tlp_rank));
