-- What the parties tell each other of their readers; agreements of before tell the first reading as they
-- did.
alter table agreement add column readers text not null default 'first-reading'
  check (readers in ('first-reading', 'count', 'roles'));
