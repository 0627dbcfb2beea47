-- Hours in which a request under the agreement is answered, by its urgency; null: the trade's usual ones.
alter table agreement add column deadlines jsonb;
