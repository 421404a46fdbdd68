-- What each revision of a draft changed, and who did: whoever comes too late with theirs is told, and a call whose answer was
-- lost is known again.
create table announcement_draft_changes (
  draft_id uuid not null references announcement_drafts,
  revision integer not null check (revision > 0),
  -- announcementFlow.ts, or 'start'.
  action text not null,
  -- Null: the clock.
  staff_id uuid references staff_members,
  fields text[] not null,
  changed_at timestamptz not null,
  primary key (draft_id, revision)
);

-- The last number that was given for a body and year. Whoever takes the next one holds the row until it stands in an announcement.
create table announcement_index_numbers (
  prefix text not null,
  year integer not null,
  last_number integer not null,
  primary key (prefix, year)
);
create unique index announcements_by_index_number on announcements ((content ->> 'indexNumber'));

-- Names of bodies that are found in texts after they were merged or renamed, and what to write instead.
create table body_names (
  id uuid primary key,
  wrong text not null unique,
  "right" text not null,
  updated_at timestamptz not null,
  updated_by uuid references staff_members,
  check (wrong <> "right")
);
insert into body_names (id, wrong, "right", updated_at) values
  ('00000000-0000-4000-8000-000000002701', '卫生计生委', '卫生健康委', '2026-11-01T00:00:00Z'),
  ('00000000-0000-4000-8000-000000002702', '卫生和计划生育局', '卫生健康局', '2026-11-01T00:00:00Z'),
  ('00000000-0000-4000-8000-000000002703', '工商行政管理局', '市场监督管理局', '2026-11-01T00:00:00Z'),
  ('00000000-0000-4000-8000-000000002704', '质量技术监督局', '市场监督管理局', '2026-11-01T00:00:00Z'),
  ('00000000-0000-4000-8000-000000002705', '食品药品监督管理局', '市场监督管理局', '2026-11-01T00:00:00Z'),
  ('00000000-0000-4000-8000-000000002706', '国土资源局', '自然资源局', '2026-11-01T00:00:00Z'),
  ('00000000-0000-4000-8000-000000002707', '环境保护局', '生态环境局', '2026-11-01T00:00:00Z'),
  ('00000000-0000-4000-8000-000000002708', '地方税务局', '税务局', '2026-11-01T00:00:00Z'),
  ('00000000-0000-4000-8000-000000002709', '安全生产监督管理局', '应急管理局', '2026-11-01T00:00:00Z'),
  ('00000000-0000-4000-8000-000000002710', '旅游发展委员会', '文化和旅游局', '2026-11-01T00:00:00Z');
