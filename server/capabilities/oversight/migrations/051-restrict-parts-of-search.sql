-- Parts of the index of words are shown by a copy of what their items say (exchange: 155). Of whom a rule
-- binds each item is asked; beside the policy of parts a restrictive one would keep the index from answering.
create or replace function exchange_reader_is_bound() returns boolean
language plpgsql stable parallel safe as $$
begin
  return oversight_reader_is_bound();
end $$;

-- Where no rule is in force at all, the words of the rules need not be looked at.
create or replace function oversight_reader_is_bound() returns boolean
language plpgsql stable parallel safe as $$
begin
  if current_setting('tansiq.reader', true) is distinct from 'person' then return false; end if;
  if not exists (
    select from oversight_tightening rule where rule.state in ('in-force', 'withdrawal-proposed')
  ) then return false; end if;
  return exists (
    select from oversight_tightening rule where oversight_binds_reader(rule));
end $$;
