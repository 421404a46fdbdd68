create table citizens (
  id uuid primary key default gen_random_uuid(),
  -- One person through every account that is bound to the same Open Platform.
  union_id text unique,
  phone_number_encrypted text,
  phone_number_index text,
  phone_number_bound_at timestamptz,
  phone_number_proof bytea,
  privacy_policy_version text,
  privacy_policy_agreed_at timestamptz,
  created_at timestamptz not null
);
create index citizens_by_phone_number on citizens (phone_number_index);

create table wechat_identities (
  app_id text not null,
  open_id text not null,
  citizen_id uuid not null references citizens on delete cascade,
  created_at timestamptz not null,
  primary key (app_id, open_id)
);
create index wechat_identities_by_citizen on wechat_identities (citizen_id);

create table sessions (
  id uuid primary key default gen_random_uuid(),
  token_hash bytea not null unique,
  citizen_id uuid not null references citizens on delete cascade,
  client text not null check (client in ('mini_program', 'h5')),
  device_label text,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null
);
create index sessions_by_citizen on sessions (citizen_id, created_at desc, id desc);
create index sessions_by_expiry on sessions (expires_at);

create table favourites (
  citizen_id uuid not null references citizens on delete cascade,
  guide_id bigint not null references service_guides on delete cascade,
  created_at timestamptz not null,
  primary key (citizen_id, guide_id)
);
create index favourites_newest_first on favourites (citizen_id, created_at desc, guide_id desc);

create table phone_codes (
  citizen_id uuid not null references citizens on delete cascade,
  phone_number_index text not null,
  code_hash bytea not null,
  attempts_left integer not null,
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (citizen_id, phone_number_index)
);
