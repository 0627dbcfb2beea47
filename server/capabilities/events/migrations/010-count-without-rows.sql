-- What is counted of an event is read from an index alone: a row of a session or post is wide, a count is asked
-- with every page. The holder stands in each, because row security asks for it.
create index events_session_count on events_session (event, holder, state, code);
create index events_session_calendar on events_session (event, starts_at)
  include (venue, holder, state, ends_at, spectators);
create index events_post_count on events_post (event, holder) include (quantity, from_at, to_at)
  where removed_at is null;
