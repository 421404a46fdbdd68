-- What a guide said before each change. Written by the database, so that no writer can leave it out.
create table service_guide_history (
  guide_id bigint not null references service_guides on delete cascade,
  version integer not null,
  department_id bigint not null references departments,
  content jsonb not null,
  -- When this version was written; it held until the next one.
  written_at timestamptz not null,
  primary key (guide_id, version)
);

create function keep_guide_history() returns trigger language plpgsql as $$
begin
  if (new.content, new.department_id) is not distinct from (old.content, old.department_id) then
    return new;
  end if;
  insert into service_guide_history (guide_id, version, department_id, content, written_at)
  values (old.id, old.version, old.department_id, old.content, old.updated_at);
  new.version := old.version + 1;
  return new;
end $$;

create trigger service_guides_keep_history before update on service_guides
  for each row execute function keep_guide_history();
