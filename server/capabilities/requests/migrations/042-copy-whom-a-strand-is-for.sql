-- What is for named people went on being asked of its item: a hundred such at the head of a board cost more
-- than all the rest of its page. Their desk and author are copied too; what is not settled is asked still.
alter table request_strand add column item_author text, add column item_desk text;
-- True where it went out or came in, and was released to the holder's service or passed on to it.
alter table request_strand rename column plain to settled;
create function request_is_settled(item exchange_item) returns boolean language sql immutable as $$
  select item.state in ('released', 'received', 'recalled')
    and (item.holder = any (item.releasable_to) or item.via is not null)
$$;

create or replace function request_copy_from_item() returns trigger language plpgsql as $$
declare reader text := coalesce(current_setting('tansiq.reader', true), '');
begin
  perform set_config('tansiq.reader', 'system', true);
  select i.holder, i.tlp_rank, i.author, i.desk, request_is_settled(i)
  into new.holder, new.tlp_rank, new.item_author, new.item_desk, new.settled
  from exchange_item i where i.id = new.item;
  perform set_config('tansiq.reader', reader, true);
  return new;
end $$;
drop trigger copy_from_item on request_strand;
create trigger copy_from_item before insert
  or update of item, holder, tlp_rank, item_author, item_desk, settled on request_strand
  for each row execute function request_copy_from_item();

create or replace function request_copy_to_strands() returns trigger language plpgsql as $$
declare reader text := coalesce(current_setting('tansiq.reader', true), '');
begin
  perform set_config('tansiq.reader', 'system', true);
  update request_strand set settled = settled where item = new.id;
  perform set_config('tansiq.reader', reader, true);
  return null;
end $$;
drop trigger copy_to_strands on exchange_item;
create trigger copy_to_strands
  after update of holder, tlp_rank, author, desk, state, releasable_to, via on exchange_item
  for each row when (
    (old.holder, old.tlp_rank, old.author, old.desk, request_is_settled(old)) is distinct from
    (new.holder, new.tlp_rank, new.author, new.desk, request_is_settled(new)))
  execute function request_copy_to_strands();
drop function request_is_plain(exchange_item);

-- Of the others neither is looked at before they are marked anew, and then all is copied.
do $$
begin
  perform set_config('tansiq.reader', 'system', true);
  update request_strand set settled = settled where tlp_rank = 4 or not settled;
  perform set_config('tansiq.reader', '', true);
end $$;

-- The same rule as mayFollow in policy.ts; row-security.test.ts holds the two together.
alter policy request_strand_reader on request_strand using (
  case (select current_setting('tansiq.reader', true))
    when 'system' then true
    when 'person' then case
      when settled then
        holder = (select current_setting('tansiq.party', true))
        and tlp_rank <= (select nullif(current_setting('tansiq.clearance', true), '')::smallint)
        and (select current_setting('tansiq.role', true)) not in ('administrator', 'data-protection-officer')
        and (tlp_rank <= 1 or (select current_setting('tansiq.role', true)) <> 'observer')
        and (
          tlp_rank < 4
          or item_author = (select current_setting('tansiq.person', true))
          or item_desk = any ((select string_to_array(current_setting('tansiq.desks', true), ','))::text[])
          or (select current_setting('tansiq.role', true)) in ('contact-point', 'centre-head')
        )
      else request_follows(item)
    end
    else false
  end
);
