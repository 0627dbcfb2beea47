-- Which rules bind the reader depends on him and on the hour, not on what he reads: asked once in a statement
-- instead of for each row. A box under a rule then costs little more than one without.
create function oversight_rules_that_bind() returns uuid[]
language plpgsql stable parallel safe as $$
begin
  if current_setting('tansiq.reader', true) is distinct from 'person' then return '{}'; end if;
  return array(select rule.id from oversight_tightening rule where oversight_binds_reader(rule));
end $$;

-- The same rule as refusingRule in tightening/tightening.ts; a test holds the two together.
create function oversight_lets_read(item exchange_item, rules uuid[]) returns boolean
language plpgsql stable parallel safe as $$
begin
  return not exists (
    select from oversight_tightening rule
    where rule.id = any (rules)
      and (rule.tlp_at_least is null or item.tlp_rank >= rule.tlp_at_least)
      and (cardinality(rule.fields) = 0 or item.field = any (rule.fields))
      and (cardinality(rule.purposes) = 0 or item.marking ->> 'purpose' = any (rule.purposes))
      and (cardinality(rule.person_categories) = 0
        or item.marking -> 'personCategories' ?| rule.person_categories)
      and (cardinality(rule.partners) = 0 or item.originator = any (rule.partners)
        or item.releasable_to && rule.partners));
end $$;

alter policy oversight_tightened on exchange_item using (
  not (select oversight_reader_is_bound())
  or oversight_lets_read(exchange_item, (select oversight_rules_that_bind()))
);
drop function oversight_may_read(exchange_item);
