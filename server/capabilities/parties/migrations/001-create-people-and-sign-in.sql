-- Services, desks and people; what they sign in with; the sessions that are open.
-- Row security shows people without secrets to the node's own people; secrets to the node itself alone.

create table own_service (
  only_row boolean primary key default true check (only_row),
  party text not null
);
alter table own_service enable row level security;
alter table own_service force row level security;
create policy read_own_service on own_service for select using (true);
create policy write_own_service on own_service for insert
  with check (current_setting('tansiq.reader', true) = 'system');

-- True for the node's own machinery: delivery, sign-in, the seed.
create function is_node() returns boolean language sql stable as
  $$ select coalesce(current_setting('tansiq.reader', true), '') = 'system' $$;
-- True for a signed-in person of the node's own service; a partner's guest is none.
create function is_own_person() returns boolean language sql stable as
  $$ select coalesce(current_setting('tansiq.reader', true), '') = 'person'
       and current_setting('tansiq.party', true) = (select party from own_service) $$;
create function is_administrator() returns boolean language sql stable as
  $$ select is_own_person() and current_setting('tansiq.role', true) = 'administrator' $$;
create function is_person(id text) returns boolean language sql stable as
  $$ select coalesce(current_setting('tansiq.reader', true), '') = 'person'
       and current_setting('tansiq.person', true) = id $$;

create table desk (
  id text primary key,
  name jsonb not null,
  partner text,
  fields text[] not null default '{}',
  created_at timestamptz not null
);
alter table desk enable row level security;
alter table desk force row level security;
create policy read_desk on desk for select using (
  is_node() or current_setting('tansiq.reader', true) = 'person');
create policy make_desk on desk for insert with check (is_node() or is_administrator());
create policy change_desk on desk for update using (is_node() or is_administrator());

create table person (
  id text primary key,
  party text not null,
  name text not null,
  name_arabic text not null,
  email text not null,
  roles text[] not null check (cardinality(roles) > 0),
  clearance text not null check (clearance in ('clear', 'green', 'amber', 'amber+strict', 'red')),
  languages text[] not null,
  desks text[] not null default '{}',
  circles text[] not null default '{}',
  state text not null check (state in ('invited', 'active', 'suspended')),
  demo boolean not null default false,
  -- The subject at the single sign-on provider, learned at the first sign-in there.
  oidc_subject text unique,
  created_at timestamptz not null
);
create unique index person_email on person (lower(email));
create index person_party on person (party);
alter table person enable row level security;
alter table person force row level security;
create policy read_person on person for select using (is_node() or is_own_person() or is_person(id));
create policy make_person on person for insert with check (is_node() or is_administrator());
create policy change_person on person for update using (is_node() or is_administrator());

create table person_session (
  id text primary key,
  -- SHA-256 of the token: a copy of this table opens nothing.
  token_hash text not null unique,
  person text not null references person (id),
  role text not null,
  way text not null,
  address text not null,
  agent text not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null
);
create index person_session_person on person_session (person);
alter table person_session enable row level security;
alter table person_session force row level security;
create policy read_session on person_session for select using (
  is_node() or is_administrator() or is_person(person));
create policy make_session on person_session for insert with check (is_node());
create policy change_session on person_session for update using (is_node() or is_person(person));
create policy end_session on person_session for delete using (
  is_node() or is_administrator() or is_person(person));

create table person_password (
  person text primary key references person (id),
  hash text not null,
  changed_at timestamptz not null
);
create table person_totp (
  person text primary key references person (id),
  secret text not null,
  -- The last time step whose code was used: a code works once (RFC 6238 section 5.2).
  last_step integer,
  created_at timestamptz not null
);
create table person_passkey (
  id text primary key,
  person text not null references person (id),
  label text not null,
  public_key text not null,
  counter bigint not null,
  created_at timestamptz not null,
  last_used_at timestamptz
);
create index person_passkey_person on person_passkey (person);
create table person_recovery_code (
  person text not null references person (id),
  code_hash text not null,
  primary key (person, code_hash)
);
create table person_token (
  id text primary key,
  person text not null references person (id),
  label text not null,
  token_hash text not null unique,
  role text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  last_used_at timestamptz
);
create index person_token_person on person_token (person);
create table enrolment (
  person text primary key references person (id),
  token_hash text not null unique,
  -- The authenticator secret that was shown and is not yet confirmed.
  totp_secret text,
  expires_at timestamptz not null
);
-- A step that waits for its answer; deleted by the first answer, right or wrong, save a code's few tries.
create table sign_in_challenge (
  token_hash text primary key,
  kind text not null check (kind in ('totp', 'totp-setup', 'passkey', 'passkey-registration', 'oidc')),
  person text references person (id),
  content jsonb not null,
  expires_at timestamptz not null
);
create index sign_in_challenge_expiry on sign_in_challenge (expires_at);
-- Keyed by a hash, so that mistyped addresses are not collected.
create table sign_in_attempts (
  key_hash text primary key,
  failures integer not null,
  blocked_until timestamptz,
  last_at timestamptz not null
);

-- Secrets are the node's alone: not even their owner's transaction can read them.
do $$
declare secret_table text;
begin
  foreach secret_table in array array['person_password', 'person_totp', 'person_passkey',
    'person_recovery_code', 'person_token', 'enrolment', 'sign_in_challenge', 'sign_in_attempts']
  loop
    execute format('alter table %I enable row level security', secret_table);
    execute format('alter table %I force row level security', secret_table);
    execute format('create policy node_alone on %I using (is_node()) with check (is_node())', secret_table);
  end loop;
end $$;
