-- A set is compared with all records when it is new and once a day; between, with what changed alone, so that
-- what a change costs does not grow with what is held.
alter table matching_set drop column revision;
drop sequence matching_revision;
-- False until it was compared with all records; `looked_at` says when it was.
alter table matching_set add column is_compared boolean not null default false;
-- How far the first preparation is: records that have their tag, of those that there were at its beginning.
alter table matching_set add column tagged bigint not null default 0;
alter table matching_set add column expected bigint not null default 0;

-- What items began or ceased to name, or are marked otherwise; handed on to every set as what is due to it.
create table matching_change (
  holder text not null,
  kind text not null,
  form text not null
);
create table matching_due (
  id bigint generated always as identity primary key,
  holder text not null,
  set_id text not null references matching_set (id) on delete cascade,
  kind text not null,
  form text not null
);
create index matching_due_set on matching_due (set_id, id);

alter table matching_change enable row level security;
alter table matching_change force row level security;
create policy matching_change_house on matching_change
  using (current_setting('tansiq.reader', true) = 'system');
alter table matching_due enable row level security;
alter table matching_due force row level security;
create policy matching_due_house on matching_due
  using (current_setting('tansiq.reader', true) = 'system');
