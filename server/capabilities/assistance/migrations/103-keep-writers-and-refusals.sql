-- Who wrote a name releases it not; what the other node refused is shown, mended and sent again; what was
-- sent may be mended until its officer is accredited; of two who change the same, the second is told.
alter table assistance_unit
  add column version integer not null default 1,
  add column writers text[] not null default '{}',
  -- The message on its way that names him, or mends what was sent of him.
  add column envelope text,
  add column refusal jsonb,
  add column amendment jsonb,
  drop constraint assistance_unit_stage_check,
  add constraint assistance_unit_stage_check check (stage in ('draft', 'turned-away', 'named', 'refused',
    'vetted', 'accredited', 'arrived', 'released', 'debriefed', 'withdrawn', 'standing'));
create index assistance_unit_envelope on assistance_unit (envelope) where envelope is not null;
create index assistance_unit_unsent on assistance_unit (ask, line)
  where kind = 'sent' and (stage = 'draft' or amendment is not null);

alter table assistance_unit_step
  add column envelope text,
  add column refusal jsonb;
create index assistance_unit_step_envelope on assistance_unit_step (envelope) where envelope is not null;

alter table assistance_version add column revision integer not null default 1;
