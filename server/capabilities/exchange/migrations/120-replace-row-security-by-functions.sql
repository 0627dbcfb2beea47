-- Whether a row may be read is asked of its one item by a function that keeps its plan. Written out in each
-- policy, the rules of items were planned again with every statement, several times over where it writes,
-- and planning took longer than all the rest. All look through the row security of items as whoever reads.
create function exchange_reads(wanted text) returns boolean
language plpgsql stable parallel safe as $$
begin
  if current_setting('tansiq.reader', true) = 'system' then return true; end if;
  return exists (select from exchange_item i where i.id = wanted);
end $$;

-- What is the holder's own people's: a guest has his service's copy instead.
create function exchange_reads_as_holder(wanted text) returns boolean
language plpgsql stable parallel safe as $$
begin
  if current_setting('tansiq.reader', true) = 'system' then return true; end if;
  return exists (select from exchange_item i where i.id = wanted and exchange_is_holders(i.holder));
end $$;

-- What the item says: in words for whoever reads it, as stored for the holder's people; of persons for a
-- stated reason.
create function exchange_reads_words(wanted text) returns boolean
language plpgsql stable parallel safe as $$
begin
  if current_setting('tansiq.reader', true) = 'system' then return true; end if;
  return exists (select from exchange_item i where i.id = wanted and exchange_is_shown(i.personal));
end $$;
create function exchange_reads_content(wanted text) returns boolean
language plpgsql stable parallel safe as $$
begin
  if current_setting('tansiq.reader', true) = 'system' then return true; end if;
  return exists (select from exchange_item i
    where i.id = wanted and exchange_is_holders(i.holder) and exchange_is_shown(i.personal));
end $$;

alter policy exchange_keeping_reader on exchange_keeping using (exchange_reads(item));
alter policy exchange_recall_reader on exchange_recall using (exchange_reads(item));

alter policy exchange_words_reader on exchange_words using (exchange_reads_words(item));

alter policy exchange_delivery_reader on exchange_delivery using (exchange_reads_as_holder(item));
alter policy exchange_onward_request_reader on exchange_onward_request using (exchange_reads_as_holder(item));
alter policy exchange_consent_reader on exchange_consent using (exchange_reads_as_holder(item));
alter policy exchange_onward_share_reader on exchange_onward_share using (exchange_reads_as_holder(item));
alter policy exchange_compliance_reader on exchange_compliance using (
  exists (select from exchange_recall r where r.id = recall and exchange_reads_as_holder(r.item))
);

alter policy exchange_object_reader on exchange_object using (exchange_reads_content(item));
alter policy exchange_attachment_reader on exchange_attachment using (exchange_reads_content(item));
alter policy exchange_reference_reader on exchange_reference using (exchange_reads_content(item));
alter policy exchange_key_reader on exchange_key using (exchange_reads_content(item));
alter policy exchange_subject_key_reader on exchange_subject_key using (exchange_reads_content(item));
alter policy exchange_duplicate_reader on exchange_duplicate using (
  exchange_reads_content(first) and exchange_reads_content(second)
);
