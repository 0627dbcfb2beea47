-- Duties whose unit was lost, or lost its host officer, since they were published; null once it is mended.
alter table roster_duty add column lapsed_at timestamptz;
create index roster_duty_lapsed on roster_duty (event) where lapsed_at is not null;
create index roster_duty_unit on roster_duty (unit, ends_at);
