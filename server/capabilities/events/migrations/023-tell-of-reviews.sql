-- Whose review of an assessment was due is told so once for each version that stands.
create table events_risk_reminder (
  target text not null,
  hazard text not null,
  version integer not null,
  holder text not null,
  event text not null references events_event (id),
  -- Who answers for the assessment; who wrote it, where nobody is named.
  owner text not null,
  reminded_at timestamptz not null,
  primary key (target, hazard, version)
);
create index events_risk_reminder_owner on events_risk_reminder (owner);
create index events_risk_current_review on events_risk_current (review_on);

alter table events_risk_reminder enable row level security;
alter table events_risk_reminder force row level security;
create policy events_risk_reminder_reader on events_risk_reminder for select using (
  (select events_is_read()) and holder = (select current_setting('tansiq.party', true)));
-- The house alone reminds.
create policy events_risk_reminder_maker on events_risk_reminder for insert with check (
  events_may_plan(holder) and current_setting('tansiq.reader', true) = 'system');
