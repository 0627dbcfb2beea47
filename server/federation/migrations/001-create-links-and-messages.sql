-- Links, and the messages that cross them. What is queued is committed with the change that it tells of; what
-- is received is committed with what the receiver made of it.

-- What this node said of itself, signed; the last version is the one in force.
create table federation_self (
  version integer primary key check (version > 0),
  descriptor text not null
);

-- One row for each pairing of this party with another; the current one is the last.
create table federation_link (
  link bigint generated always as identity primary key,
  party text not null,
  pairing integer not null check (pairing > 0),
  current boolean not null default true,
  -- The partner's signed descriptor, canonical JSON, and what is looked up of it.
  descriptor text not null,
  certificate text not null check (certificate ~ '^[0-9a-f]{64}$'),
  own_stance text not null,
  own_revision integer not null default 0,
  -- What the partner is known to have heard: our revision, and the version of our descriptor.
  told_revision integer not null default 0,
  told_descriptor integer not null default 0,
  their_stance text not null,
  their_revision integer not null default 0,
  state text not null,
  since timestamptz not null
);
create unique index federation_link_current on federation_link (party) where current;
create index federation_link_certificate on federation_link (certificate) where current;

-- Every key that a partner has signed with on a link: what it signed stays verifiable.
create table federation_key (
  link bigint not null references federation_link,
  public_key text not null,
  adopted_at timestamptz not null,
  superseded_at timestamptz,
  primary key (link, public_key)
);

-- Counters stand apart from the link, so that sending, receiving and link changes do not wait for each other.
create table federation_outbound (
  link bigint primary key references federation_link,
  queued bigint not null default 0
);
create table federation_inbound (
  link bigint primary key references federation_link,
  received bigint not null default 0
);
-- Whose turn it is to send on a link, when a node runs as several processes.
create table federation_turn (
  link bigint primary key references federation_link,
  process uuid not null,
  until timestamptz not null
);

create table federation_outbox (
  link bigint not null references federation_link,
  sequence bigint not null check (sequence > 0),
  envelope uuid not null unique,
  kind text not null,
  -- Canonical JSON; removed when the receipt has come: the content lives where it was released from.
  body text,
  body_bytes integer not null,
  body_hash text not null,
  rule text not null,
  queued_at timestamptz not null,
  sent_at timestamptz,
  received_at timestamptz,
  outcome text check (outcome in ('accepted', 'refused')),
  fault text,
  receipt text,
  primary key (link, sequence),
  check ((outcome is null) = (receipt is null)),
  check (body is not null or outcome is not null)
);
create index federation_outbox_waiting on federation_outbox (link, sequence) where outcome is null;

-- No content here: what was accepted lives where the handler put it, what was refused stays with its sender.
create table federation_inbox (
  link bigint not null references federation_link,
  sequence bigint not null check (sequence > 0),
  envelope uuid not null unique,
  kind text not null,
  body_hash text not null,
  sent_at timestamptz not null,
  received_at timestamptz not null,
  outcome text not null check (outcome in ('accepted', 'refused')),
  fault text,
  receipt text not null,
  primary key (link, sequence)
);
create index federation_inbox_refused on federation_inbox (link, sequence) where outcome = 'refused';

do $$
declare
  guarded text;
begin
  foreach guarded in array array['federation_self', 'federation_link', 'federation_key',
    'federation_outbound', 'federation_inbound', 'federation_turn', 'federation_outbox', 'federation_inbox']
  loop
    execute format('alter table %I enable row level security', guarded);
    execute format('alter table %I force row level security', guarded);
    execute format($policy$create policy house on %I using (current_setting('tansiq.reader', true) = 'system')
      with check (current_setting('tansiq.reader', true) = 'system')$policy$, guarded);
    execute format($policy$create policy overseers on %I for select using (
      current_setting('tansiq.reader', true) = 'person'
      and current_setting('tansiq.party', true) = (select party from journal_head)
      and current_setting('tansiq.role', true) in
        ('contact-point', 'service-head', 'administrator', 'data-protection-officer'))$policy$, guarded);
  end loop;
end $$;

-- Queues one released content on the active link with a party. Any reader may come here, because only a
-- Released content does; the row lock on the counter makes the order of sequences the order of commits.
-- Returns the state of the link, or null where there is none; only for `active` was anything queued.
create function federation_queue(
  to_party text, new_envelope uuid, new_kind text, new_body text, new_hash text, by_rule text,
  at timestamptz
) returns text language plpgsql as $$
declare
  reader text := current_setting('tansiq.reader', true);
  found_link bigint;
  found_state text;
  given bigint;
begin
  perform set_config('tansiq.reader', 'system', true);
  select link, state into found_link, found_state
    from federation_link where party = to_party and current for share;
  if found_state = 'active' then
    update federation_outbound set queued = queued + 1 where link = found_link returning queued into given;
    insert into federation_outbox
      (link, sequence, envelope, kind, body, body_bytes, body_hash, rule, queued_at)
      values (found_link, given, new_envelope, new_kind, new_body, octet_length(new_body), new_hash,
        by_rule, at);
    perform pg_notify('tansiq_federation', to_party);
  end if;
  perform set_config('tansiq.reader', reader, true);
  return found_state;
end $$;

-- When each envelope was queued, sent, received and how it was taken: times and outcomes, never content.
-- Whoever holds the id of an envelope has it from an item that he may read.
create function federation_deliveries(wanted uuid[]) returns table (
  envelope uuid, party text, queued_at timestamptz, sent_at timestamptz, received_at timestamptz,
  outcome text, fault text, state text
) language plpgsql as $$
declare
  reader text := current_setting('tansiq.reader', true);
begin
  perform set_config('tansiq.reader', 'system', true);
  return query
    select o.envelope, l.party, o.queued_at, o.sent_at, o.received_at, o.outcome, o.fault, l.state
    from federation_outbox o join federation_link l on l.link = o.link
    where o.envelope = any (wanted);
  perform set_config('tansiq.reader', reader, true);
end $$;

-- The state of the current link with a party, or with each where none is named: no secret among a node's
-- people.
create function federation_states(wanted text) returns table (party text, state text, since timestamptz)
language plpgsql as $$
declare
  reader text := current_setting('tansiq.reader', true);
begin
  perform set_config('tansiq.reader', 'system', true);
  return query
    select l.party, l.state, l.since from federation_link l
    where l.current and (wanted is null or l.party = wanted) order by l.party;
  perform set_config('tansiq.reader', reader, true);
end $$;
