-- Whose auditors read an entry, and what its actor was called when they acted. Entries from before have neither.
alter table audit_entries
  -- The departments that it concerns; empty when it concerns none. Null in entries from before.
  add column department_ids bigint[],
  -- As staff_members.name_encrypted was then.
  add column actor_name_encrypted text;
create index audit_entries_by_actor on audit_entries (actor_id, occurred_at desc);
create index audit_entries_by_action on audit_entries (action, occurred_at desc);

-- When the State Council published it.
alter table working_day_notices add column published_on date;
