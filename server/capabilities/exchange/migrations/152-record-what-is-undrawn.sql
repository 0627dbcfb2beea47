-- All that a connected system brought before this moment is drawn already: a draft is drawn from what came
-- since, however much there is before. Nothing of it is written while the system brings more.
alter table exchange_collection add column undrawn_from bigint not null default 0;
