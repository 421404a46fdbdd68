-- Departments form a tree: a role granted for one holds for all below it.
alter table departments add column parent_id bigint references departments check (parent_id <> id);
create index departments_by_parent on departments (parent_id);

create table staff_members (
  id uuid primary key,
  -- The person's own account; absent until the invitation is accepted, and again when the account is closed.
  citizen_id uuid unique references citizens on delete set null,
  name_encrypted text not null,
  phone_number_encrypted text not null,
  phone_number_index text not null,
  position text,
  status text not null default 'invited' check (status in ('invited', 'active', 'suspended')),
  created_at timestamptz not null,
  suspended_at timestamptz,
  check ((status = 'suspended') = (suspended_at is not null))
);

create table staff_roles (
  staff_id uuid not null references staff_members on delete cascade,
  department_id bigint not null references departments,
  role text not null check (role in
    ('administrator', 'editor', 'approver', 'dispatcher', 'handler', 'supervisor', 'hall_manager', 'window_clerk', 'auditor')),
  granted_at timestamptz not null,
  primary key (staff_id, department_id, role)
);

create table staff_invitations (
  -- SHA-256 of the token: whoever reads the database cannot accept anything.
  token_hash bytea primary key,
  staff_id uuid not null references staff_members on delete cascade,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz
);
create index staff_invitations_by_member on staff_invitations (staff_id);

-- What became of a report.
alter table feedback
  add column outcome text check (outcome in ('corrected', 'explained', 'not_applicable')),
  add column outcome_note text,
  add column closed_at timestamptz,
  add column closed_by uuid references staff_members on delete set null,
  add check ((outcome is null) = (closed_at is null));
create index feedback_open on feedback (received_at, id) where closed_at is null;
