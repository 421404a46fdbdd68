-- Who sent which bytes, and what for. Bytes are read back only through an object that refers to them, and only who sent them
-- may make an object refer to them.
create table staff_files (
  hash text not null references stored_files,
  staff_id uuid not null references staff_members on delete cascade,
  purpose text not null check (purpose in ('guide_import', 'picture', 'attachment', 'document')),
  -- As the sender's device called it, without folders.
  name text not null,
  uploaded_at timestamptz not null,
  primary key (hash, staff_id, purpose)
);
create index staff_files_by_time on staff_files (uploaded_at);

-- Searches without result that somebody has seen to: they stand in the list again when they are made on a later day.
create table searches_dealt_with (
  query text primary key,
  dealt_with_on date not null,
  dealt_with_by uuid references staff_members on delete set null
);
