-- Files of guides that staff bring in on the screen. What a file would change is worked out and kept before anything is changed;
-- what is applied is compared with it first, in the transaction that applies it.
create table guide_imports (
  id uuid primary key,
  file_hash text not null references stored_files,
  file_name text not null,
  requested_by uuid references staff_members on delete set null,
  requested_at timestamptz not null,
  status text not null check (status in ('previewing', 'previewed', 'submitted', 'applying', 'applied', 'unreadable', 'failed', 'cancelled')),
  -- How often the preview was made: who confirms says which one they saw.
  preview integer not null default 0,
  -- The preview was made again because something had changed when it was to be applied.
  is_remade boolean not null default false,
  submitted_at timestamptz,
  rows_read integer not null default 0,
  -- 行 or 条.
  row_word text not null default '行',
  unknown_headers text[] not null default '{}',
  notes text[] not null default '{}',
  counts jsonb,
  -- Whose guides it adds or changes, and to whom it gives them.
  department_ids bigint[] not null default '{}',
  refused_rows_hash text references stored_files,
  -- Why the file as a whole cannot be read.
  problem text,
  decided_by uuid references staff_members on delete set null,
  decided_at timestamptz
);
-- One at work at a time.
create unique index guide_imports_at_work on guide_imports ((true)) where status in ('previewing', 'applying');
create index guide_imports_by_time on guide_imports (requested_at desc, id desc);

create table guide_import_rows (
  import_id uuid not null references guide_imports on delete cascade,
  position integer not null,
  kind text not null check (kind in ('added', 'changed', 'cancelled', 'unchanged', 'refused')),
  sheet text not null,
  row_number integer not null,
  code text,
  name text,
  guide_id bigint,
  -- Of the guide that it was compared with.
  guide_version integer,
  -- The fields that differ.
  before jsonb,
  after jsonb,
  reasons jsonb,
  primary key (import_id, position)
);
create index guide_import_rows_by_kind on guide_import_rows (import_id, kind, position);
