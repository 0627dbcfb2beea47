-- What a list of asks is found and counted by, one row for each: written anew whenever something of an ask
-- changes, so that a page of a list reads no more than its own asks.
create table assistance_ask_summary (
  ask uuid primary key references assistance_ask (id) on delete cascade,
  holder text not null,
  tlp_rank smallint not null,
  own boolean not null,
  state text not null,
  created_at timestamptz not null,
  event text,
  -- Title and event, folded, as they are searched.
  words text not null,
  -- Something of it waits for the contact point.
  to_release boolean not null,
  -- It waits for this service, until its last moment: an answer to give, an offer to settle.
  waits boolean not null,
  -- Somebody has not answered.
  silent boolean not null,
  answer_by timestamptz not null,
  last_at timestamptz not null,
  -- Withdrawn, or its last moment was seen to pass: that is looked for every minute.
  over boolean not null,
  -- Kept before there were summaries: to be summed up by the work that comes round.
  due boolean not null default false
);
create index assistance_ask_summary_own on assistance_ask_summary (own, created_at desc, ask desc);
create index assistance_ask_summary_newest on assistance_ask_summary (created_at desc, ask desc);
create index assistance_ask_summary_event on assistance_ask_summary (event, created_at desc, ask desc)
  where event is not null;
-- What is not over is little, however much there was.
create index assistance_ask_summary_open on assistance_ask_summary (created_at desc, ask desc) where not over;
create index assistance_ask_summary_ends on assistance_ask_summary (last_at) where not over;
create index assistance_ask_summary_release on assistance_ask_summary (ask) where to_release;
create index assistance_ask_summary_silent on assistance_ask_summary (answer_by, ask)
  where silent and state = 'issued';
create index assistance_ask_summary_due on assistance_ask_summary (ask) where due;

-- The words of what an ask is found by. Compared byte by byte: such comparisons are leakproof, so that their
-- index serves below row security.
create table assistance_ask_word (
  word text collate "C" not null,
  ask uuid not null references assistance_ask_summary (ask) on delete cascade,
  holder text not null,
  tlp_rank smallint not null,
  primary key (word, ask)
);
create index assistance_ask_word_ask on assistance_ask_word (ask);

-- All of it, whosever it is: there is no reader here by whom row security could judge.
alter table assistance_ask no force row level security;
alter table assistance_version no force row level security;
insert into assistance_ask_summary (ask, holder, tlp_rank, own, state, created_at, event, words, to_release,
    waits, silent, answer_by, last_at, over, due)
select a.id, a.holder, a.tlp_rank, a.holder = a.originator, a.state, a.created_at, v.event,
  lower(v.content->>'title'), false, false, false, (v.content->>'answerBy')::timestamptz,
  (select max((line->>'to')::timestamptz) from jsonb_array_elements(v.content->'lines') line),
  a.state = 'withdrawn', true
from assistance_ask a
join lateral (select * from assistance_version v where v.ask = a.id
  order by (v.state = 'issued') desc, v.version desc limit 1) v on true;
alter table assistance_ask force row level security;
alter table assistance_version force row level security;

do $$
declare name text;
begin
  foreach name in array array['assistance_ask_summary', 'assistance_ask_word'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format($rule$create policy %I on %I using (
      current_setting('tansiq.reader', true) = 'system'
      and holder = current_setting('tansiq.party', true))$rule$, name || '_house', name);
    -- The rule of the ask; as a function, which the planner takes to let a third of all rows pass: of an
    -- expression without columns it expects that hardly one does, and reads the whole table for a page.
    execute format('create policy %I on %I for select using (assistance_may_read(holder, tlp_rank))',
      name || '_reader', name);
  end loop;
end $$;

-- The board asks for pairs and tasks of now.
create index assistance_unit_task_ends on assistance_unit_task (ends_at) where ended_at is null;

-- Badges that a former key signed are looked for by when they were issued.
create index assistance_badge_issued on assistance_badge (issued_at) where revoked_at is null;

-- The rules of what hangs on a unit as they were, but asked of persons alone: the house, which may read all
-- of it, looked every row's unit up first.
drop policy assistance_unit_step_reader on assistance_unit_step;
drop policy assistance_unit_task_reader on assistance_unit_task;
drop policy assistance_badge_reader on assistance_badge;
create policy assistance_unit_step_reader on assistance_unit_step for select using (
  current_setting('tansiq.reader', true) = 'person'
  and exists (select 1 from assistance_unit u where u.id = unit)
);
create policy assistance_unit_task_reader on assistance_unit_task for select using (
  current_setting('tansiq.reader', true) = 'person'
  and exists (select 1 from assistance_unit u where u.id = unit)
);
create policy assistance_badge_reader on assistance_badge for select using (
  current_setting('tansiq.reader', true) = 'person'
  and exists (select 1 from assistance_unit u where u.id = unit)
);
