-- Onward sharing under the third-party rule: a holder asks, the originator answers for named parties until a
-- day, the holder's contact point passes the copy on. The same rows stand on all nodes that take part.
create table exchange_onward_request (
  id text primary key,
  item text not null,
  version integer not null check (version >= 1),
  -- The holder who asks, and through whom his question came here; null where directly.
  party text not null,
  via text,
  recipients text[] not null check (cardinality(recipients) between 1 and 100),
  reason text not null,
  asked_at timestamptz not null,
  asked_by text,
  state text not null check (state in ('asked', 'granted', 'refused')),
  decided_at timestamptz,
  decided_by text,
  decision_reason text
);
create index exchange_onward_request_item on exchange_onward_request (item, asked_at);
create index exchange_onward_request_open on exchange_onward_request (asked_at, id) where state = 'asked';

-- Consent of the originator. `withdrawn` are those of the recipients for whom he took it back.
create table exchange_consent (
  id text primary key,
  request text not null,
  item text not null,
  version integer not null,
  originator text not null,
  party text not null,
  recipients text[] not null,
  withdrawn text[] not null default '{}',
  tlp_rank smallint not null,
  valid_until date not null,
  item_hash text not null,
  given_at timestamptz not null,
  -- False: this node has no key of the originator's to check it with.
  verified boolean not null,
  -- The signed consent as it travels: canonical text (RFC 8785).
  message text not null
);
create index exchange_consent_item on exchange_consent (item, given_at);

-- Who passed a copy on to whom, under which consent.
create table exchange_onward_share (
  id text primary key,
  item text not null,
  version integer not null,
  consent text not null,
  party text not null,
  recipient text not null,
  shared_at timestamptz not null,
  shared_by text,
  -- On the node that passed it on: the envelope that carried the copy.
  envelope text,
  message text not null,
  unique (consent, recipient)
);
create index exchange_onward_share_item on exchange_onward_share (item, shared_at);
create index exchange_onward_share_envelope on exchange_onward_share (envelope) where envelope is not null;

alter table exchange_onward_request enable row level security;
alter table exchange_onward_request force row level security;
alter table exchange_consent enable row level security;
alter table exchange_consent force row level security;
alter table exchange_onward_share enable row level security;
alter table exchange_onward_share force row level security;

create policy exchange_onward_request_reader on exchange_onward_request using (
  current_setting('tansiq.reader', true) = 'system'
  or exists (select 1 from exchange_item i where i.id = item and exchange_is_holders(i.holder))
);
create policy exchange_consent_reader on exchange_consent using (
  current_setting('tansiq.reader', true) = 'system'
  or exists (select 1 from exchange_item i where i.id = item and exchange_is_holders(i.holder))
);
create policy exchange_onward_share_reader on exchange_onward_share using (
  current_setting('tansiq.reader', true) = 'system'
  or exists (select 1 from exchange_item i where i.id = item and exchange_is_holders(i.holder))
);
