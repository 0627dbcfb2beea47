-- That the time of an offer is over: told once on each node.
create table assistance_lapse (
  step uuid primary key references assistance_step (id) on delete cascade,
  ask uuid not null,
  holder text not null,
  tlp_rank smallint not null,
  noted_at timestamptz not null
);
alter table assistance_lapse enable row level security;
alter table assistance_lapse force row level security;
create policy assistance_lapse_reader on assistance_lapse for select
  using (assistance_may_read(holder, tlp_rank));
create policy assistance_lapse_writer on assistance_lapse for insert with check (
  current_setting('tansiq.reader', true) = 'system' and assistance_may_read(holder, tlp_rank));
create index assistance_step_until on assistance_step ((content->>'validUntil'))
  where content->>'validUntil' is not null and number is not null;
