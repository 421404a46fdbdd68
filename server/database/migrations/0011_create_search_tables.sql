-- The newest change of every document that is searched, for the indexes in the server processes. A process asks for what was
-- changed in a transaction that it could not yet see when it last asked: unlike a time or a sequence, nothing that commits
-- late is missed.
create table changed_documents (
  kind text not null,
  id bigint not null,
  changed_in xid8 not null,
  primary key (kind, id)
);
create index changed_documents_by_transaction on changed_documents (changed_in);

create function note_changed_guides() returns trigger language plpgsql as $$
begin
  insert into changed_documents (kind, id, changed_in)
  select 'service_guide', id, pg_current_xact_id() from changed order by id
  on conflict (kind, id) do update set changed_in = excluded.changed_in;
  perform pg_notify('documents_changed', 'service_guide');
  return null;
end $$;
create trigger service_guides_inserted_for_search after insert on service_guides referencing new table as changed
  for each statement execute function note_changed_guides();
create trigger service_guides_updated_for_search after update on service_guides referencing new table as changed
  for each statement execute function note_changed_guides();
create trigger service_guides_deleted_for_search after delete on service_guides referencing old table as changed
  for each statement execute function note_changed_guides();

-- A department's name is part of what is found.
create function note_guides_of_changed_departments() returns trigger language plpgsql as $$
begin
  insert into changed_documents (kind, id, changed_in)
  select 'service_guide', g.id, pg_current_xact_id() from service_guides g join changed on changed.id = g.department_id order by g.id
  on conflict (kind, id) do update set changed_in = excluded.changed_in;
  perform pg_notify('documents_changed', 'service_guide');
  return null;
end $$;
create trigger departments_renamed_for_search after update on departments referencing new table as changed
  for each statement execute function note_guides_of_changed_departments();

insert into changed_documents (kind, id, changed_in) select 'service_guide', id, pg_current_xact_id() from service_guides;

-- What this installation changes in the built-in table of everyday words: an empty list of terms takes a built-in entry away.
create table search_synonyms (
  phrase text primary key check (phrase <> ''),
  official_terms text[] not null,
  updated_at timestamptz not null
);
create function note_changed_synonyms() returns trigger language plpgsql as $$
begin
  insert into changed_documents (kind, id, changed_in) values ('search_synonyms', 0, pg_current_xact_id())
  on conflict (kind, id) do update set changed_in = excluded.changed_in;
  perform pg_notify('documents_changed', 'search_synonyms');
  return null;
end $$;
create trigger search_synonyms_changed after insert or update or delete on search_synonyms
  for each statement execute function note_changed_synonyms();

-- What people looked for and did not find, counted a day; longer numbers are taken out before anything is kept, and nothing says who.
create table searches_without_result (
  searched_on date not null,
  query text not null,
  times integer not null,
  primary key (searched_on, query)
);

-- How often a guide was read, counted a day.
create table guide_views (
  viewed_on date not null,
  guide_id bigint not null references service_guides on delete cascade,
  views integer not null,
  primary key (viewed_on, guide_id)
);
