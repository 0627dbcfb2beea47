-- A shift hands over what ran past its time since the last one, though it was answered meanwhile.
create index request_strand_stopped on request_strand (stopped_at) where stopped_at is not null;
