-- The rota, and the handover between two shifts: what was signed by both cannot be altered afterwards.
create table watch_shift (
  id text primary key,
  holder text not null,
  desk text not null,
  officers text[] not null check (cardinality(officers) between 1 and 20),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  made_by text not null,
  made_at timestamptz not null,
  cancelled_by text,
  cancelled_at timestamptz,
  check (ends_at > starts_at and ends_at <= starts_at + interval '25 hours'),
  check ((cancelled_by is null) = (cancelled_at is null))
);
create index watch_shift_starts on watch_shift (starts_at, id);
create index watch_shift_desk on watch_shift (desk, starts_at);

create table watch_handover (
  shift text primary key references watch_shift (id),
  holder text not null,
  tlp_rank smallint not null check (tlp_rank between 0 and 4),
  erase_on date not null,
  version integer not null check (version >= 1),
  written_by text not null,
  written_at timestamptz not null,
  -- SHA-256 of the note as it was signed, hexadecimal; null until the outgoing officer signs.
  note_hash text check (note_hash ~ '^[0-9a-f]{64}$'),
  out_by text,
  out_at timestamptz,
  in_by text,
  in_at timestamptz,
  -- Two persons.
  check (in_by is distinct from out_by or in_by is null),
  check ((out_by is null) = (out_at is null) and (out_at is null) = (note_hash is null)),
  check ((in_by is null) = (in_at is null) and (in_at is null or out_at is not null))
);
create index watch_handover_erase on watch_handover (erase_on);
-- The note itself, canonical text (RFC 8785), apart so that it can be erased on its date.
create table watch_handover_note (
  shift text primary key references watch_handover (shift),
  note text not null check (length(note) <= 200000)
);

-- Only a cancellation changes a shift, once.
create function watch_keep_shift() returns trigger language plpgsql as $$
begin
  if old.cancelled_at is not null or (to_jsonb(new) - array['cancelled_by', 'cancelled_at'])
      <> (to_jsonb(old) - array['cancelled_by', 'cancelled_at']) then
    raise exception 'a shift is not changed: it is cancelled, and another one made'
      using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger keep_shift before update on watch_shift for each row execute function watch_keep_shift();

-- Once signed, only the second signature comes; after it nothing.
create function watch_keep_handover() returns trigger language plpgsql as $$
begin
  if old.in_at is not null or (old.out_at is not null
      and (to_jsonb(new) - array['in_by', 'in_at']) <> (to_jsonb(old) - array['in_by', 'in_at'])) then
    raise exception 'a handover that was signed is not changed' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger keep_handover before update on watch_handover
  for each row execute function watch_keep_handover();
create function watch_keep_note() returns trigger language plpgsql as $$
begin
  if exists (select 1 from watch_handover h where h.shift = old.shift and h.out_at is not null) then
    raise exception 'a handover that was signed is not changed' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger keep_note before update on watch_handover_note
  for each row execute function watch_keep_note();
create trigger append_only before delete or truncate on watch_shift
  for each statement execute function watch_refuse_change();
create trigger append_only before delete or truncate on watch_handover
  for each statement execute function watch_refuse_change();

do $$
declare named text;
begin
  foreach named in array array['watch_shift', 'watch_handover', 'watch_handover_note'] loop
    execute format('alter table %I enable row level security', named);
    execute format('alter table %I force row level security', named);
  end loop;
end $$;

-- The rota is this service's own people's; guests and other nodes do not see who is on duty.
create function watch_is_own(holder text) returns boolean language sql stable as $$
  select holder = current_setting('tansiq.party', true)
    and current_setting('tansiq.reader', true) in ('system', 'person')
$$;
create policy watch_shift_own on watch_shift using (watch_is_own(holder)) with check (watch_is_own(holder));

-- The same rule as mayReadHandover in shifts/policy.ts; a test holds the two together.
create policy watch_handover_reader on watch_handover
  using (watch_is_own(holder) and (current_setting('tansiq.reader', true) = 'system' or (
    tlp_rank <= nullif(current_setting('tansiq.clearance', true), '')::smallint
    and current_setting('tansiq.role', true)
      not in ('administrator', 'data-protection-officer', 'connector', 'observer'))))
  with check (watch_is_own(holder));
create policy watch_note_reader on watch_handover_note for select using (
  coalesce((select true from watch_handover h where h.shift = watch_handover_note.shift), false));
create policy watch_note_writer on watch_handover_note for insert with check (
  coalesce((select true from watch_handover h where h.shift = watch_handover_note.shift), false));
create policy watch_note_changer on watch_handover_note for update using (
  coalesce((select true from watch_handover h where h.shift = watch_handover_note.shift), false));
create policy watch_note_eraser on watch_handover_note for delete using (
  current_setting('tansiq.reader', true) = 'system');
