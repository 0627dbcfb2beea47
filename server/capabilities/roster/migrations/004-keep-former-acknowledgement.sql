-- When the unit last said that it read an earlier sequence: what is told anew takes no word back.
alter table roster_duty add column acknowledged_before timestamptz;
