-- What is known of a file whose bytes are in the file storage. Other tables refer to it by its hash.
create table stored_files (
  -- SHA-256 of the bytes, hexadecimal.
  hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
  media_type text not null,
  byte_size bigint not null check (byte_size > 0),
  created_at timestamptz not null
);
