-- What an officer was writing when his browser closed: a request, or an answer to one. His alone, until he
-- saves it or throws it away; nothing sends, searches or exports it.
create table request_scratch (
  person text not null,
  -- `ask` for a new request; else the item that is being answered or changed.
  name text not null,
  content text not null check (length(content) <= 400000),
  saved_at timestamptz not null,
  primary key (person, name)
);
create index request_scratch_saved on request_scratch (saved_at);
create index request_scratch_name on request_scratch (name);
alter table request_scratch enable row level security;
alter table request_scratch force row level security;
create policy request_scratch_writer on request_scratch using (
  current_setting('tansiq.reader', true) = 'system'
  or (current_setting('tansiq.reader', true) = 'person'
    and person = current_setting('tansiq.person', true))
);
