-- What the owner tightened binds few readers. Written out in the policy of items it was planned anew with
-- every statement about them; as functions that keep their plan it costs those who are not bound one call.
create or replace function oversight_reader_is_bound() returns boolean
language plpgsql stable parallel safe as $$
begin
  if current_setting('tansiq.reader', true) is distinct from 'person' then return false; end if;
  return exists (
    select from oversight_tightening rule where oversight_binds_reader(rule));
end $$;

-- The same rule as refusingRule in tightening/tightening.ts; a test holds the two together.
create or replace function oversight_may_read(item exchange_item) returns boolean
language plpgsql stable parallel safe as $$
begin
  return not exists (
    select from oversight_tightening rule
    where oversight_binds_reader(rule)
      and (rule.tlp_at_least is null or item.tlp_rank >= rule.tlp_at_least)
      and (cardinality(rule.fields) = 0 or item.field = any (rule.fields))
      and (cardinality(rule.purposes) = 0 or item.marking ->> 'purpose' = any (rule.purposes))
      and (cardinality(rule.person_categories) = 0
        or item.marking -> 'personCategories' ?| rule.person_categories)
      and (cardinality(rule.partners) = 0 or item.originator = any (rule.partners)
        or item.releasable_to && rule.partners));
end $$;

alter policy oversight_tightened_collected on exchange_collected using (
  item is null or not (select oversight_reader_is_bound()) or exchange_reads(item)
);
