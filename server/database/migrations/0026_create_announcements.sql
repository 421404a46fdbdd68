-- An announcement is one document (contract/announcementContent.ts), as a guide is. `announcements` holds what the public
-- reads; what staff are writing stands in `announcement_drafts` until somebody else has approved it.
create table announcements (
  id bigint generated always as identity primary key,
  department_id bigint not null references departments,
  status text not null default 'unpublished' check (status in ('unpublished', 'published', 'withdrawn', 'archived')),
  -- The newest published version; absent until there is one.
  content jsonb,
  version integer not null default 0,
  first_published_at timestamptz,
  published_at timestamptz,
  withdrawn_at timestamptz,
  -- What the page says of itself after a withdrawal.
  withdrawal_reason text,
  archived_at timestamptz,
  created_at timestamptz not null,
  kind text generated always as (content ->> 'kind') stored
    check (kind in ('notice', 'policy_document', 'policy_explained', 'service_notice', 'urgent_notice')),
  title text generated always as (content ->> 'title') stored,
  validity text generated always as (content ->> 'validity') stored check (validity in ('in_force', 'expired', 'repealed')),
  topics text[] generated always as (coalesce(jsonb_texts(content -> 'topics'), '{}')) stored not null,
  guide_ids text[] generated always as (coalesce(jsonb_texts(content -> 'guideIds'), '{}')) stored not null,
  office_codes text[] generated always as (coalesce(jsonb_texts(content -> 'officeCodes'), '{}')) stored not null,
  explained_ids text[] generated always as (coalesce(jsonb_texts(content -> 'explainedIds'), '{}')) stored not null,
  -- The hashes of everything it shows, so that a file is given out through it and through nothing else.
  file_hashes text[] generated always as (coalesce(jsonb_texts_of(content -> 'attachments', 'hash'), '{}') || coalesce(jsonb_texts(content -> 'pictures'), '{}')) stored not null,
  check ((version = 0) = (content is null)),
  check ((version = 0) = (status = 'unpublished')),
  check (num_nulls(content, first_published_at, published_at) in (0, 3)),
  check ((status = 'withdrawn') = (withdrawn_at is not null)),
  check ((withdrawn_at is null) = (withdrawal_reason is null)),
  check ((status = 'archived') = (archived_at is not null))
);
-- One index a question that lists are asked; the newest stand first.
create index announcements_listed on announcements (first_published_at desc, id desc) where status = 'published';
create index announcements_by_kind on announcements (kind, first_published_at desc, id desc) where status = 'published';
create index announcements_by_department on announcements (department_id, first_published_at desc, id desc) where status = 'published';
create index announcements_archived on announcements (first_published_at desc, id desc) where status = 'archived';
create index announcements_by_topic on announcements using gin (topics) where status = 'published';
create index announcements_by_guide on announcements using gin (guide_ids) where status = 'published';
create index announcements_by_office on announcements using gin (office_codes) where status = 'published';
create index announcements_by_explained on announcements using gin (explained_ids) where status = 'published';
create trigger announcements_changed after insert or update or delete on announcements
  for each statement execute function announce_content_change();

-- Every version that was ever public, with the reason for which it took the place of the one before it.
create table announcement_versions (
  announcement_id bigint not null references announcements,
  version integer not null check (version > 0),
  content jsonb not null,
  published_at timestamptz not null,
  -- Public; null for the first version.
  correction_reason text,
  primary key (announcement_id, version),
  check ((version = 1) = (correction_reason is null))
);
create trigger announcement_versions_changed after insert or update or delete on announcement_versions
  for each statement execute function announce_content_change();

-- What staff are writing: a new announcement, or the correction of one that is public.
create table announcement_drafts (
  id uuid primary key,
  announcement_id bigint not null references announcements,
  department_id bigint not null references departments,
  -- announcements/announcementFlow.ts
  status text not null check (status in ('draft', 'submitted', 'returned', 'scheduled', 'published', 'discarded')),
  content jsonb not null,
  -- Goes up with every change: whoever saves names the one they read.
  revision integer not null default 1,
  owner_id uuid not null references staff_members,
  -- The version that is corrected; 0 for a new announcement.
  base_version integer not null,
  correction_reason text,
  -- When it is to appear; null = as soon as it is approved.
  publish_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  updated_by uuid not null references staff_members,
  submitted_at timestamptz,
  approved_at timestamptz,
  approved_by uuid references staff_members,
  check ((approved_at is null) = (approved_by is null)),
  check (status not in ('scheduled', 'published') or approved_by is not null),
  check (status <> 'scheduled' or publish_at is not null),
  check ((base_version = 0) = (correction_reason is null))
);
create unique index announcement_drafts_open on announcement_drafts (announcement_id) where status not in ('published', 'discarded');
create index announcement_drafts_by_department on announcement_drafts (department_id, status, updated_at desc, id);
create index announcement_drafts_by_owner on announcement_drafts (owner_id) where status not in ('published', 'discarded');
create index announcement_drafts_due on announcement_drafts (publish_at) where status = 'scheduled';

-- Who has written in a draft: none of them may approve it.
create table announcement_draft_authors (
  draft_id uuid not null references announcement_drafts,
  staff_id uuid not null references staff_members,
  first_edited_at timestamptz not null,
  primary key (draft_id, staff_id)
);

-- What happened to an announcement and its drafts, in order: the timeline that staff see.
create table announcement_events (
  id bigint generated always as identity primary key,
  announcement_id bigint not null references announcements,
  draft_id uuid references announcement_drafts,
  action text not null,
  -- Null: the clock.
  staff_id uuid references staff_members,
  -- What was said about it, for example why it was returned.
  note text,
  happened_at timestamptz not null
);
create index announcement_events_by_announcement on announcement_events (announcement_id, id);

create function note_changed_announcements() returns trigger language plpgsql as $$
begin
  insert into changed_documents (kind, id, changed_in)
  select 'announcement', id, pg_current_xact_id() from changed order by id
  on conflict (kind, id) do update set changed_in = excluded.changed_in;
  perform pg_notify('documents_changed', 'announcement');
  return null;
end $$;
create trigger announcements_inserted_for_search after insert on announcements referencing new table as changed
  for each statement execute function note_changed_announcements();
create trigger announcements_updated_for_search after update on announcements referencing new table as changed
  for each statement execute function note_changed_announcements();
create trigger announcements_deleted_for_search after delete on announcements referencing old table as changed
  for each statement execute function note_changed_announcements();
