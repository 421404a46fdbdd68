-- Who wants to be told what a department publishes, or what is published on a topic.
create table department_follows (
  department_id bigint not null references departments on delete cascade,
  citizen_id uuid not null references citizens on delete cascade,
  followed_at timestamptz not null,
  primary key (department_id, citizen_id)
);
create index department_follows_by_citizen on department_follows (citizen_id);

create table topic_follows (
  topic text not null references topics on delete cascade,
  citizen_id uuid not null references citizens on delete cascade,
  followed_at timestamptz not null,
  primary key (topic, citizen_id)
);
create index topic_follows_by_citizen on topic_follows (citizen_id);
