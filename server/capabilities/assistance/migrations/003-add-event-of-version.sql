-- Which event of this service an ask is for: so that all asks of one are found. A column of its own, because
-- under row security only leakproof operators use an index, and reading out of jsonb is none.
alter table assistance_version
  add column event text generated always as (content #>> '{event,id}') stored;
create index assistance_version_event on assistance_version (event) where event is not null;
