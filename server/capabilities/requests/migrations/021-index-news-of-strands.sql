-- What a situation report looks for: requests asked in a period, and answers in it.
create index request_strand_opened on request_strand (opened_at);
create index request_step_answers on request_step (at)
  where effective and kind in ('partly', 'answered', 'no-record', 'refused');
