-- What ran past its time and then stood still for a clarification is told as late in its own period.
create index request_strand_stood on request_strand (coalesce(paused_at, stopped_at))
  where coalesce(paused_at, stopped_at) is not null;
