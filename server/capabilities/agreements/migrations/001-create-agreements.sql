-- An agreement is versioned only by its proposer; the other parties answer with signatures of their own.
create table agreement (
  id text primary key,
  proposer text not null,
  parties text[] not null check (cardinality(parties) between 2 and 100),
  title jsonb not null,
  legal_basis text not null,
  fields text[] not null check (cardinality(fields) > 0),
  purposes text[] not null check (cardinality(purposes) > 0),
  valid_from date not null,
  valid_until date not null check (valid_until >= valid_from),
  defaults jsonb not null,
  content_hash text not null,
  proposed boolean not null default false,
  created_at timestamptz not null,
  ended_at timestamptz,
  ended_by text
);
create index agreement_parties on agreement using gin (parties);

create table agreement_signature (
  -- No reference: with three parties, one's signature may come before the proposer's text does.
  agreement text not null,
  party text not null,
  content_hash text not null,
  signature text not null,
  signed_at timestamptz not null,
  primary key (agreement, party)
);

-- A circle is versioned only by its owner; a new member receives what comes after, never what came before.
create table circle (
  id text primary key,
  owner text not null,
  kind text not null check (kind in ('bilateral', 'event', 'region')),
  name jsonb not null,
  members text[] not null check (cardinality(members) between 2 and 100),
  version integer not null check (version >= 1),
  created_at timestamptz not null
);
create index circle_members on circle using gin (members);

alter table agreement enable row level security;
alter table agreement force row level security;
alter table agreement_signature enable row level security;
alter table agreement_signature force row level security;
alter table circle enable row level security;
alter table circle force row level security;

create policy agreement_reader on agreement using (
  current_setting('tansiq.reader', true) = 'system'
  or current_setting('tansiq.party', true) = any (parties)
);
create policy agreement_signature_reader on agreement_signature using (
  current_setting('tansiq.reader', true) = 'system'
  or exists (select 1 from agreement a where a.id = agreement)
);
create policy circle_reader on circle using (
  current_setting('tansiq.reader', true) = 'system'
  or current_setting('tansiq.party', true) = any (members)
);
