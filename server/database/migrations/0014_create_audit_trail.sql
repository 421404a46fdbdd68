-- Who did what, on what, when and from where. Rows are written freely; a sealer chains them by hashes within seconds.
create table audit_entries (
  occurred_at timestamptz not null,
  id uuid not null default gen_random_uuid(),
  -- So that the sealer leaves what may still be followed by an earlier row of a transaction under way.
  -- Set by the trigger below.
  written_in xid8 not null,
  actor_kind text not null check (actor_kind in ('staff', 'citizen', 'command', 'system')),
  actor_id text,
  -- verb_noun, for example close_report.
  action text not null,
  object_kind text not null,
  object_id text not null,
  client_address text,
  request_id text,
  -- What changed, without personal data in clear.
  before jsonb,
  after jsonb,
  -- The seal, filled once.
  position bigint,
  previous_hash text,
  hash text,
  sealed_at timestamptz,
  primary key (occurred_at, id),
  check (num_nulls(position, previous_hash, hash, sealed_at) in (0, 4))
);
create index audit_entries_by_position on audit_entries (position);
create index audit_entries_unsealed on audit_entries (occurred_at, id) where position is null;
create index audit_entries_by_object on audit_entries (object_kind, object_id, occurred_at desc);

create function begin_audit_entry() returns trigger language plpgsql as $$
begin
  if num_nonnulls(new.position, new.previous_hash, new.hash, new.sealed_at) > 0 then
    raise exception 'a new audit entry has no seal' using errcode = '42501';
  end if;
  new.written_in := pg_current_xact_id();
  return new;
end $$;
create trigger audit_entries_begin before insert on audit_entries for each row execute function begin_audit_entry();

create function keep_audit_entries() returns trigger language plpgsql as $$
declare
  without_seal audit_entries := new;
begin
  if tg_op = 'UPDATE' and new.position is not null then
    without_seal.position := null;
    without_seal.previous_hash := null;
    without_seal.hash := null;
    without_seal.sealed_at := null;
    -- The one change that is let through: the seal of a row that has none.
    if without_seal is not distinct from old then
      return new;
    end if;
  end if;
  raise exception 'audit entries are only ever added' using errcode = '42501';
end $$;
create trigger audit_entries_stay before update or delete on audit_entries for each row execute function keep_audit_entries();
create trigger audit_entries_stay_all before truncate on audit_entries for each statement execute function keep_audit_entries();
