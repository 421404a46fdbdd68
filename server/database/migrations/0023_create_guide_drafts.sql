-- A guide that is being written: what it will say, beside what it says. Publishing copies it into service_guides.
create table guide_drafts (
  -- Chosen by the client for a new guide, so that what is sent twice begins one.
  id uuid primary key,
  -- Absent until a new guide is published.
  guide_id bigint references service_guides on delete cascade,
  implementation_code text not null check (implementation_code <> ''),
  department_id bigint not null references departments,
  -- The version that the draft began from, or took over last; absent for a new guide.
  base_version integer,
  content jsonb not null,
  status text not null check (status in ('draft', 'submitted', 'returned', 'published', 'withdrawn')),
  -- Counts changes of the content: who submits or approves says which one they saw.
  revision integer not null default 1,
  -- By field: the revision that changed it last, who and when.
  field_marks jsonb not null default '{}',
  owner_id uuid references staff_members on delete set null,
  last_edited_by uuid references staff_members on delete set null,
  submitted_by uuid references staff_members on delete set null,
  published_version integer,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check ((base_version is null) or (guide_id is not null)),
  check ((status = 'published') = (published_version is not null))
);
create unique index guide_drafts_one_open on guide_drafts (guide_id) where status in ('draft', 'submitted', 'returned');
create unique index guide_drafts_one_new on guide_drafts (implementation_code) where guide_id is null and status in ('draft', 'submitted', 'returned');
create index guide_drafts_by_department on guide_drafts (department_id, updated_at desc, id desc);
create index guide_drafts_by_owner on guide_drafts (owner_id, updated_at desc, id desc);

-- Every step of a draft. Saving again and again by the same person is one step that grows.
create table guide_draft_events (
  id bigint generated always as identity primary key,
  draft_id uuid not null references guide_drafts on delete cascade,
  action text not null,
  staff_id uuid references staff_members on delete set null,
  at timestamptz not null,
  reason text,
  revision integer not null,
  fields text[] not null default '{}'
);
create index guide_draft_events_by_draft on guide_draft_events (draft_id, id);

-- Reports of mistakes that a draft answers.
create table guide_draft_reports (
  draft_id uuid not null references guide_drafts on delete cascade,
  report_id uuid not null references feedback on delete cascade,
  -- The editor wants the report closed as corrected when the draft is published.
  closes_when_published boolean not null,
  primary key (draft_id, report_id)
);
create index guide_draft_reports_by_report on guide_draft_reports (report_id);
