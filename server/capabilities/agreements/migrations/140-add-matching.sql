-- How many identifiers each party may ask the others about in a day; null: none.
alter table agreement add column matching jsonb;
