-- A strand of a request is shown by a copy of what its item says (requests: 040). What the node's owner
-- tightened is asked of the item itself, of whom a rule binds.
create policy oversight_tightened_strand on request_strand as restrictive using (
  not (select oversight_reader_is_bound()) or exchange_reads(item));
