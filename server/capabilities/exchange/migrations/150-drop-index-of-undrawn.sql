-- Each object of a batch was put into this index too. It served the drawing of a draft alone, which a person
-- asks for now and then, and which the key of the table answers along the one collection.
drop index exchange_collected_fresh;
-- Of a size that PostgreSQL would compress with every batch, and read at most once or twice in its one day.
alter table exchange_taxii_status alter column body set storage external;
