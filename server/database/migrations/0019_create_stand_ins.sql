-- Who covers for whom while they are away (AB 岗).
create table staff_stand_ins (
  -- Chosen by whoever names the stand-in, so that sending twice names one.
  id uuid primary key,
  absent_id uuid not null references staff_members on delete cascade,
  stand_in_id uuid not null references staff_members on delete cascade,
  -- From the first instant of the first day up to the first instant after the last day, in Shanghai.
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  created_at timestamptz not null,
  check (absent_id <> stand_in_id),
  check (starts_at < ends_at)
);
create index staff_stand_ins_by_absent on staff_stand_ins (absent_id, ends_at);
create index staff_stand_ins_by_stand_in on staff_stand_ins (stand_in_id, ends_at);

-- The list of members, by department.
create index staff_roles_by_department on staff_roles (department_id);
create index staff_members_newest on staff_members (created_at desc, id desc);
-- Who has this number already.
create index staff_members_by_phone_number on staff_members (phone_number_index);
-- An account of somebody who has left is theirs alone: they may be invited again, with it or another.
update staff_members set citizen_id = null where status = 'suspended';
