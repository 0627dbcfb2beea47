-- A service's own templates of requests: what it asks each time. No request stands in them.
create table request_template (
  id text primary key,
  holder text not null,
  field text not null,
  draft jsonb not null,
  version integer not null check (version > 0),
  -- Not offered any more; what was asked with it stays as it was asked.
  retired_at timestamptz,
  changed_by text,
  changed_at timestamptz not null
);
alter table request_template enable row level security;
alter table request_template force row level security;
create policy request_template_reader on request_template using (request_knows_staff(holder));
