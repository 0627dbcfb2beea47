-- What a list of asks is found and counted by, one row for each: written anew whenever something of an ask
-- changes, so that a page of a list reads no more than its own asks. Its rule is that of the ask, in plain
-- expressions: they cost less than a function for each row that a search looks at.
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
  -- Kept before there were summaries: to be summed up by the work that comes round.
  due boolean not null default false
);
create index assistance_ask_summary_newest on assistance_ask_summary (own, created_at desc, ask desc);
create index assistance_ask_summary_event on assistance_ask_summary (event, created_at desc, ask desc)
  where event is not null;
create index assistance_ask_summary_waits on assistance_ask_summary (own, last_at, ask)
  where waits and state = 'issued';
create index assistance_ask_summary_open on assistance_ask_summary (own, last_at, ask)
  where state = 'issued';
create index assistance_ask_summary_release on assistance_ask_summary (ask) where to_release;
create index assistance_ask_summary_silent on assistance_ask_summary (answer_by, ask)
  where silent and state = 'issued';
create index assistance_ask_summary_due on assistance_ask_summary (ask) where due;

insert into assistance_ask_summary (ask, holder, tlp_rank, own, state, created_at, event, words, to_release,
    waits, silent, answer_by, last_at, due)
select a.id, a.holder, a.tlp_rank, a.holder = a.originator, a.state, a.created_at, v.event,
  lower(v.content->>'title'), false, false, false, (v.content->>'answerBy')::timestamptz,
  (select max((line->>'to')::timestamptz) from jsonb_array_elements(v.content->'lines') line), true
from assistance_ask a
join lateral (select * from assistance_version v where v.ask = a.id
  order by (v.state = 'issued') desc, v.version desc limit 1) v on true;

alter table assistance_ask_summary enable row level security;
alter table assistance_ask_summary force row level security;
create policy assistance_ask_summary_house on assistance_ask_summary using (
  current_setting('tansiq.reader', true) = 'system' and holder = current_setting('tansiq.party', true));
create policy assistance_ask_summary_reader on assistance_ask_summary for select using (
  current_setting('tansiq.reader', true) = 'person'
  and holder = current_setting('tansiq.party', true)
  and current_setting('tansiq.role', true)
    in ('event-planner', 'liaison-officer', 'contact-point', 'centre-head', 'service-head')
  and tlp_rank <= nullif(current_setting('tansiq.clearance', true), '')::smallint);

-- Badges that a former key signed are looked for by when they were issued.
create index assistance_badge_issued on assistance_badge (issued_at) where revoked_at is null;
