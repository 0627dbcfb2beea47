-- As it was typed, for people to read: the form of a name is consonants.
alter table matching_query add column text text;
-- What was asked of several partners at once; and when somebody ended a standing watch before its day.
alter table matching_check add column batch text, add column stopped_at timestamptz;
create index matching_check_batch on matching_check (batch);
alter table matching_card add column text text,
  -- Why a hit was set aside.
  add column ground text,
  add column remark text;
