-- Nor does anybody set aside that the two of a pair are at one place at a time.
alter table roster_hold
  add constraint roster_hold_pair_apart check (not (hold -> 'rules' ? 'pair-apart'));
