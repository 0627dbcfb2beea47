-- What decides whether a strand is shown stands in its item. Asked of the item for every strand that a page
-- passes over, it made the board slow for who may see few of many. So of the plain case there is a copy here,
-- which the database alone writes; all the rest is asked of the item as before.
alter table request_strand
  -- The item's.
  add column holder text,
  add column tlp_rank smallint,
  -- True where nothing but clearance and role decides among the holder's people: settled, released to his
  -- service or passed on to it, and not for named people.
  add column plain boolean;

create function request_is_plain(item exchange_item) returns boolean language sql immutable as $$
  select item.state in ('released', 'received', 'recalled') and item.tlp_rank < 4
    and (item.holder = any (item.releasable_to) or item.via is not null)
$$;

do $$
begin
  perform set_config('tansiq.reader', 'system', true);
  update request_strand s set holder = i.holder, tlp_rank = i.tlp_rank, plain = request_is_plain(i)
  from exchange_item i where i.id = s.item;
  perform set_config('tansiq.reader', '', true);
end $$;
alter table request_strand
  alter column holder set not null, alter column tlp_rank set not null, alter column plain set not null;

-- As the house, whoever writes: what he may not read is copied all the same.
create function request_copy_from_item() returns trigger language plpgsql as $$
declare reader text := coalesce(current_setting('tansiq.reader', true), '');
begin
  perform set_config('tansiq.reader', 'system', true);
  select i.holder, i.tlp_rank, request_is_plain(i) into new.holder, new.tlp_rank, new.plain
  from exchange_item i where i.id = new.item;
  perform set_config('tansiq.reader', reader, true);
  return new;
end $$;
create trigger copy_from_item before insert or update of item, holder, tlp_rank, plain on request_strand
  for each row execute function request_copy_from_item();

create function request_copy_to_strands() returns trigger language plpgsql as $$
declare reader text := coalesce(current_setting('tansiq.reader', true), '');
begin
  perform set_config('tansiq.reader', 'system', true);
  update request_strand set plain = plain where item = new.id;
  perform set_config('tansiq.reader', reader, true);
  return null;
end $$;
create trigger copy_to_strands after update of holder, tlp_rank, state, releasable_to, via on exchange_item
  for each row when (
    (old.holder, old.tlp_rank, request_is_plain(old)) is distinct from
    (new.holder, new.tlp_rank, request_is_plain(new)))
  execute function request_copy_to_strands();

-- The same rule as mayFollow in policy.ts; row-security.test.ts holds the two together. One case, so that the
-- planner takes it for one condition; of who reads it is asked once in a statement.
alter policy request_strand_reader on request_strand using (
  case (select current_setting('tansiq.reader', true))
    when 'system' then true
    when 'person' then case
      when plain then
        holder = (select current_setting('tansiq.party', true))
        and tlp_rank <= (select nullif(current_setting('tansiq.clearance', true), '')::smallint)
        and (select current_setting('tansiq.role', true)) not in ('administrator', 'data-protection-officer')
        and (tlp_rank <= 1 or (select current_setting('tansiq.role', true)) <> 'observer')
      else request_follows(item)
    end
    else false
  end
);
