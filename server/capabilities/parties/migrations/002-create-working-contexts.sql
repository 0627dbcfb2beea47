-- Why someone consults personal data: stated once, worked under until it ends. Kept when it has ended, since
-- the journal names it for ever after.
create table working_context (
  id text primary key,
  person text not null references person (id),
  -- What it holds for: the hash of a session's or token's secret, or a name where there is neither.
  holder text not null,
  role text not null,
  reason text not null check (length(reason) between 1 and 500),
  reference text check (length(reference) <= 100),
  purpose text,
  standing boolean not null,
  stated_by text not null,
  started_at timestamptz not null,
  -- Null for the standing context of a connector, which ends when an administrator ends it.
  ends_at timestamptz,
  ended_at timestamptz,
  check (standing = (ends_at is null))
);
create unique index working_context_present on working_context (holder) where ended_at is null;
create index working_context_person on working_context (person, started_at desc);
create index working_context_started on working_context (started_at);

alter table working_context enable row level security;
alter table working_context force row level security;
create function is_data_protection_officer() returns boolean language sql stable as
  $$ select is_own_person() and current_setting('tansiq.role', true) = 'data-protection-officer' $$;
create policy read_working_context on working_context for select using (
  is_node() or is_person(person) or is_data_protection_officer() or (standing and is_administrator()));
create policy state_working_context on working_context for insert with check (
  is_node() or (is_person(person) and not standing) or (standing and is_administrator()));
create policy end_working_context on working_context for update using (
  is_node() or (is_person(person) and not standing) or (standing and is_administrator()));
create policy forget_working_context on working_context for delete using (is_node());
