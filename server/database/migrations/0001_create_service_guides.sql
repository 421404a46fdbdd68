create table departments (
  id bigint generated always as identity primary key,
  name text not null unique,
  sort_order integer not null default 0,
  created_at timestamptz not null default now()
);

create table service_guides (
  id bigint generated always as identity primary key,
  implementation_code text not null unique,
  name text not null,
  department_id bigint not null references departments,
  item_type text not null check (item_type in
    ('licence', 'payment', 'confirmation', 'ruling', 'reward', 'levy', 'other_power', 'public_service')),
  audiences text[] not null default '{natural_person,legal_person}',
  handling_type text check (handling_type in ('immediate', 'committed')),
  statutory_days integer check (statutory_days >= 0),
  committed_days integer check (committed_days >= 0),
  visits integer check (visits >= 0),
  summary text,
  eligibility text,
  fee text,
  required_materials jsonb not null default '[]',
  address text,
  opening_hours text,
  consultation_phone text,
  supervision_phone text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index service_guides_by_department on service_guides (department_id, id);

-- Whoever writes (a server process, an import, an administrator's psql), every process hears of it.
create function announce_content_change() returns trigger language plpgsql as $$
begin
  perform pg_notify('content_changed', tg_table_name);
  return null;
end $$;

create trigger departments_changed after insert or update or delete on departments
  for each statement execute function announce_content_change();
create trigger service_guides_changed after insert or update or delete on service_guides
  for each statement execute function announce_content_change();
