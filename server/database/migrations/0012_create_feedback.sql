-- What people report about a guide or about the mini-program itself, without signing in.
create table feedback (
  -- Chosen by the sender: what is sent twice is kept once.
  id uuid primary key,
  reference_number text not null unique,
  subject text not null check (subject in ('guide', 'mini_program')),
  guide_id bigint references service_guides on delete set null,
  -- The version that was being read.
  guide_version integer,
  department_id bigint references departments,
  part text,
  kind text,
  description_encrypted text not null,
  contact_phone_encrypted text,
  received_at timestamptz not null,
  check ((subject = 'guide') = (part is not null)),
  check ((subject = 'mini_program') = (kind is not null))
);
create index feedback_by_department on feedback (department_id, received_at desc);
