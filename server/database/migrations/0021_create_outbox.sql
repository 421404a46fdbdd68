-- What people are to be told. Written in the transaction of what it tells of, and gone half a year later.
create table outbox_notices (
  id bigint generated always as identity primary key,
  -- The same key reaches the same person once. Not unique: it may be written again, also for other people.
  key text not null,
  kind text not null,
  title text not null check (char_length(title) between 1 and 60),
  body text not null check (char_length(body) <= 300),
  path text not null,
  occurred_at timestamptz not null,
  -- Whom it is for, until they have been found; it names people, so it goes then.
  audience jsonb,
  -- People are found in the order of their ids, in steps: this one was the last.
  found_up_to uuid,
  expanded_at timestamptz,
  check ((audience is null) = (expanded_at is not null))
);
create index outbox_notices_unexpanded on outbox_notices (id) where expanded_at is null;
create index outbox_notices_by_age on outbox_notices (occurred_at);

-- One notice on its way to one person over one channel. Kept when it has arrived: that is how a repetition is known.
create table outbox_deliveries (
  citizen_id uuid not null references citizens on delete cascade,
  channel text not null,
  key text not null,
  -- Given in the order in which a person is to be told.
  id bigint generated always as identity,
  notice_id bigint not null references outbox_notices on delete cascade,
  attempts integer not null default 0,
  -- When it is to be tried; while somebody is trying, when they are taken for dead.
  due_at timestamptz not null,
  settled_at timestamptz,
  -- Settled without having arrived: it was tried too often.
  is_given_up boolean not null default false,
  primary key (citizen_id, channel, key),
  check (settled_at is not null or not is_given_up)
);
create index outbox_deliveries_due on outbox_deliveries (channel, due_at, id) where settled_at is null;
create index outbox_deliveries_waiting on outbox_deliveries (citizen_id, channel, id) where settled_at is null;
create index outbox_deliveries_by_notice on outbox_deliveries (notice_id);
create index outbox_deliveries_given_up on outbox_deliveries (settled_at) where is_given_up;

-- What has arrived in the app, newest last.
create table inbox_notices (
  citizen_id uuid not null references citizens on delete cascade,
  id bigint generated always as identity,
  notice_id bigint not null references outbox_notices on delete cascade,
  key text not null,
  arrived_at timestamptz not null,
  read_at timestamptz,
  primary key (citizen_id, id),
  unique (citizen_id, key)
);
create index inbox_notices_by_notice on inbox_notices (notice_id);
