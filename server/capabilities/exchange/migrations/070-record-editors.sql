-- All who wrote in any version of an item: none of them may release it. Of items written before this, the
-- author and the proposer are known, and the policy looks at them as well.
alter table exchange_item add column editors text[] not null default '{}';
