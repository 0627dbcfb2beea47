-- An item that could not be erased on its date: since when, how often it was tried, when it is tried again.
-- The others are erased all the same, and the data protection officer sees this one.
alter table exchange_keeping
  add column erase_failed_at timestamptz,
  add column erase_attempts integer not null default 0,
  add column erase_retry_at timestamptz;
