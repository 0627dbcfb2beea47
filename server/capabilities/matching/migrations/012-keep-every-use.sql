-- What was sent to a partner, each time: standing watches are asked again under each new key, and count.
create table matching_use (
  holder text not null,
  check_id text not null references matching_check (id) on delete cascade,
  agreement text not null,
  partner text not null,
  officer text not null,
  sent integer not null check (sent > 0),
  at timestamptz not null
);
create index matching_use_newest on matching_use (agreement, partner, at);
create index matching_use_check on matching_use (check_id, at);

select set_config('tansiq.reader', 'system', true);
insert into matching_use (holder, check_id, agreement, partner, officer, sent, at)
  select holder, id, agreement, partner, officer, sent, asked_at from matching_check;
select set_config('tansiq.reader', '', true);

alter table matching_use enable row level security;
alter table matching_use force row level security;
create policy matching_use_house on matching_use
  using (current_setting('tansiq.reader', true) = 'system');
