-- A message whose content was erased before it left. Its place in the sequence is taken by a body that only
-- says so, under the same envelope: the order of the link goes on, and nothing of the content is left here.
alter table federation_outbox
  add column withdrawn_at timestamptz,
  -- What the capability calls that which the message carried, for the journal.
  add column withdrawn_for text,
  -- Hash of the body that was taken out: an attempt to post it may have got through without an answer.
  add column former_hash text,
  add check ((withdrawn_at is null) = (former_hash is null)),
  add check (withdrawn_at is null or withdrawn_for is not null);
