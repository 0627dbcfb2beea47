-- A board narrowed to what few strands have, and one of what is done, are read in their order as well: they
-- cost the same however much else there is.
create index request_strand_field on request_strand (field, order_at, item, addressee)
  where waits_for is not null;
drop index request_strand_done;
create index request_strand_done on request_strand (order_at, item, addressee) where waits_for is null;
create index request_strand_partner_done on request_strand (partner, order_at, item, addressee)
  where waits_for is null;
create index request_strand_field_done on request_strand (field, order_at, item, addressee)
  where waits_for is null;
create index request_strand_desk_done on request_strand (desk, order_at, item, addressee)
  where waits_for is null;
create index request_strand_assignee_done on request_strand (assignee, order_at, item, addressee)
  where waits_for is null and assignee is not null;
-- For observers and those cleared to little, who see few of many.
create index request_strand_open_waiting on request_strand (waits_for, order_at, item, addressee)
  where waits_for is not null and tlp_rank <= 1;
create index request_strand_open_due on request_strand (order_at, item, addressee)
  where waits_for is not null and tlp_rank <= 1;
create index request_strand_open_done on request_strand (order_at, item, addressee)
  where waits_for is null and tlp_rank <= 1;
