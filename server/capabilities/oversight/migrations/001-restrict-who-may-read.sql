-- Tightenings: rules that the node's owner adds to the floor's. They can only refuse: they are asked after
-- the floor's rules, and for reading they are a restrictive policy of their own, beside exchange_may_read.
create table oversight_tightening (
  id uuid primary key,
  -- Whom it binds: everyone, this service's own people, or guests; an empty list of roles is all of them.
  who text not null check (who in ('everyone', 'own', 'guests')),
  roles text[] not null,
  acts text[] not null check (cardinality(acts) > 0),
  -- What it is about; what is null or empty is not looked at.
  tlp_at_least smallint check (tlp_at_least between 0 and 4),
  fields text[] not null,
  purposes text[] not null,
  person_categories text[] not null,
  partners text[] not null,
  -- Minutes of the day by the clock of `zone`, between which it does not bind.
  hours_from smallint check (hours_from between 0 and 1439),
  hours_to smallint check (hours_to between 0 and 1439),
  zone text,
  valid_from date not null,
  valid_until date,
  reason text not null,
  state text not null check (state in (
    'proposed', 'rejected', 'in-force', 'withdrawal-proposed', 'withdrawn')),
  proposed_by text not null,
  proposed_at timestamptz not null,
  decided_by text,
  decided_at timestamptz,
  withdrawal_proposed_by text,
  withdrawal_proposed_at timestamptz,
  withdrawn_by text,
  withdrawn_at timestamptz,
  check ((hours_from is null) = (hours_to is null) and (hours_from is null) = (zone is null)),
  check (hours_from is distinct from hours_to or hours_from is null)
);
create index oversight_tightening_in_force on oversight_tightening (valid_from)
  where state in ('in-force', 'withdrawal-proposed');
create index oversight_tightening_newest on oversight_tightening (proposed_at desc, id desc);

alter table oversight_tightening enable row level security;
alter table oversight_tightening force row level security;
-- What binds someone is no secret from him, and the policy below reads it as whoever reads.
create policy oversight_tightening_reader on oversight_tightening for select using (
  is_node() or current_setting('tansiq.reader', true) = 'person');
create policy oversight_tightening_proposer on oversight_tightening for insert with check (
  is_node() or is_administrator());
create policy oversight_tightening_decider on oversight_tightening for update using (
  is_node() or (is_own_person() and current_setting('tansiq.role', true) in
    ('administrator', 'service-head', 'data-protection-officer')));

-- The node's clock, as each transaction was told it.
create function oversight_now() returns timestamptz language sql stable as
  $$ select coalesce(nullif(current_setting('tansiq.now', true), '')::timestamptz, now()) $$;

-- Does this rule bind the reader for reading, at this hour, whatever he reads?
create function oversight_binds_reader(rule oversight_tightening) returns boolean
language sql stable as $$
  select rule.state in ('in-force', 'withdrawal-proposed')
    and 'read' = any (rule.acts)
    and (oversight_now() at time zone 'UTC')::date >= rule.valid_from
    and (rule.valid_until is null or (oversight_now() at time zone 'UTC')::date <= rule.valid_until)
    and (rule.who = 'everyone' or (rule.who = 'own') = is_own_person())
    and (cardinality(rule.roles) = 0 or current_setting('tansiq.role', true) = any (rule.roles))
    and (rule.hours_from is null or case
      when rule.hours_from < rule.hours_to then
        extract(hour from oversight_now() at time zone rule.zone) * 60
          + extract(minute from oversight_now() at time zone rule.zone) < rule.hours_from
        or extract(hour from oversight_now() at time zone rule.zone) * 60
          + extract(minute from oversight_now() at time zone rule.zone) >= rule.hours_to
      else
        extract(hour from oversight_now() at time zone rule.zone) * 60
          + extract(minute from oversight_now() at time zone rule.zone) < rule.hours_from
        and extract(hour from oversight_now() at time zone rule.zone) * 60
          + extract(minute from oversight_now() at time zone rule.zone) >= rule.hours_to
      end)
$$;

-- Asked once in a statement: most readers are bound by no rule, and theirs is then the floor alone.
create function oversight_reader_is_bound() returns boolean language sql stable as $$
  select current_setting('tansiq.reader', true) = 'person' and exists (
    select 1 from oversight_tightening rule where oversight_binds_reader(rule))
$$;

-- The same rule as refusingRule in tightening/tightening.ts; a test holds the two together.
create function oversight_may_read(item exchange_item) returns boolean language sql stable as $$
  select not exists (
    select 1 from oversight_tightening rule
    where oversight_binds_reader(rule)
      and (rule.tlp_at_least is null or item.tlp_rank >= rule.tlp_at_least)
      and (cardinality(rule.fields) = 0 or item.field = any (rule.fields))
      and (cardinality(rule.purposes) = 0 or item.marking ->> 'purpose' = any (rule.purposes))
      and (cardinality(rule.person_categories) = 0
        or item.marking -> 'personCategories' ?| rule.person_categories)
      and (cardinality(rule.partners) = 0 or item.originator = any (rule.partners)
        or item.releasable_to && rule.partners))
$$;

create policy oversight_tightened on exchange_item as restrictive for select using (
  not (select oversight_reader_is_bound()) or oversight_may_read(exchange_item));
