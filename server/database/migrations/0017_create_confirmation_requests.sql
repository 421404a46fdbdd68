-- What a staff member is asked to confirm on the phone: signing in a desktop browser, or one sensitive act.
create table confirmation_requests (
  -- Stands in the QR code. It opens nothing by itself.
  id uuid primary key,
  kind text not null check (kind in ('sign_in', 'act')),
  act text,
  -- An act: who asked, and from which session; it goes with both.
  asked_by uuid references staff_members on delete cascade,
  session_id uuid references sessions on delete cascade,
  -- Signing in: SHA-256 of what only the browser that asked holds.
  secret_hash bytea,
  -- Keyed hash of the eight digits that can be typed instead of scanning; absent where WeChat's own code confirmed.
  code_index text unique,
  -- Shown on both screens, to be compared.
  number smallint,
  browser text not null,
  client_address text not null,
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  scanned_at timestamptz,
  decision text check (decision in ('confirmed', 'refused')),
  decided_at timestamptz,
  decided_by uuid references staff_members on delete cascade,
  -- Signing in: when the session was made.
  opened_at timestamptz,
  -- An act: SHA-256 of the one call it serves, and how often that was made.
  used_for bytea,
  uses integer not null default 0,
  check ((kind = 'act') = (act is not null and asked_by is not null and session_id is not null)),
  check ((kind = 'sign_in') = (secret_hash is not null)),
  check ((decision is null) = (decided_at is null))
);
create index confirmation_requests_by_expiry on confirmation_requests (expires_at);
create index confirmation_requests_by_asker on confirmation_requests (asked_by);
create index confirmation_requests_by_decider on confirmation_requests (decided_by);
create index confirmation_requests_by_session on confirmation_requests (session_id);

alter table sessions drop constraint sessions_client_check;
alter table sessions add constraint sessions_client_check check (client in ('mini_program', 'h5', 'desktop'));
