-- What lists show of an announcement, so that a page of twenty does not unpack twenty texts of half a megabyte.
alter table announcements
  add column summary text generated always as (content ->> 'summary') stored,
  add column document_number text generated always as (content ->> 'documentNumber') stored,
  add column has_attachments boolean generated always as (coalesce(jsonb_array_length(content -> 'attachments') > 0, false)) stored not null,
  -- ISO dates, compared as text: a cast to date depends on a setting and cannot be derived.
  add column shown_from text generated always as (content ->> 'shownFrom') stored,
  add column shown_until text generated always as (content ->> 'shownUntil') stored,
  add column expires_on text generated always as (content ->> 'expiresOn') stored;

create index announcements_archived_by_kind on announcements (kind, first_published_at desc, id desc) where status = 'archived';
create index announcements_archived_by_department on announcements (department_id, first_published_at desc, id desc) where status = 'archived';
create index announcements_archived_by_topic on announcements using gin (topics) where status = 'archived';

-- A department's name is part of what is found.
create function note_announcements_of_changed_departments() returns trigger language plpgsql as $$
begin
  insert into changed_documents (kind, id, changed_in)
  select 'announcement', a.id, pg_current_xact_id() from announcements a join changed on changed.id = a.department_id order by a.id
  on conflict (kind, id) do update set changed_in = excluded.changed_in;
  perform pg_notify('documents_changed', 'announcement');
  return null;
end $$;
create trigger departments_renamed_for_announcement_search after update on departments referencing new table as changed
  for each statement execute function note_announcements_of_changed_departments();

create table announcement_favourites (
  citizen_id uuid not null references citizens on delete cascade,
  announcement_id bigint not null references announcements on delete cascade,
  created_at timestamptz not null,
  primary key (citizen_id, announcement_id)
);
create index announcement_favourites_newest_first on announcement_favourites (citizen_id, created_at desc, announcement_id desc);
-- So that an announcement can go without reading everybody's favourites.
create index announcement_favourites_by_announcement on announcement_favourites (announcement_id);
