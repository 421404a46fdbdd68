import type { ColumnType, Generated } from 'kysely';
import type { AnnouncementContent, AnnouncementKind, Validity } from '../../contract/announcementContent';
import type { AnnouncementStatus, DraftStatus } from '../../contract/announcementFlow';

type Derived<Value> = ColumnType<Value, never, never>;
type LaterSet<Value> = ColumnType<Value | null, Value | null | undefined, Value | null>;

export interface AnnouncementsTable {
  id: Generated<number>;
  department_id: number;
  status: ColumnType<AnnouncementStatus, AnnouncementStatus | undefined, AnnouncementStatus>;
  content: ColumnType<AnnouncementContent | null, string | undefined, string>;
  version: ColumnType<number, number | undefined, number>;
  first_published_at: LaterSet<Date>;
  published_at: LaterSet<Date>;
  withdrawn_at: LaterSet<Date>;
  withdrawal_reason: LaterSet<string>;
  archived_at: LaterSet<Date>;
  created_at: Date;
  kind: Derived<AnnouncementKind | null>;
  title: Derived<string | null>;
  validity: Derived<Validity | null>;
  topics: Derived<string[]>;
  guide_ids: Derived<string[]>;
  office_codes: Derived<string[]>;
  explained_ids: Derived<string[]>;
  file_hashes: Derived<string[]>;
  summary: Derived<string | null>;
  document_number: Derived<string | null>;
  has_attachments: Derived<boolean>;
  shown_from: Derived<string | null>;
  shown_until: Derived<string | null>;
  expires_on: Derived<string | null>;
}

export interface AnnouncementVersionsTable {
  announcement_id: number;
  version: number;
  content: ColumnType<AnnouncementContent, string, never>;
  published_at: Date;
  correction_reason: string | null;
}

export interface AnnouncementDraftsTable {
  id: string;
  announcement_id: number;
  department_id: number;
  status: DraftStatus;
  content: ColumnType<AnnouncementContent, string, string>;
  revision: ColumnType<number, number | undefined, number>;
  owner_id: string;
  base_version: number;
  correction_reason: string | null;
  publish_at: LaterSet<Date>;
  created_at: Date;
  updated_at: Date;
  updated_by: string;
  submitted_at: LaterSet<Date>;
  approved_at: LaterSet<Date>;
  approved_by: LaterSet<string>;
}

export interface AnnouncementDraftAuthorsTable {
  draft_id: string;
  staff_id: string;
  first_edited_at: Date;
}

export interface AnnouncementEventsTable {
  id: Generated<number>;
  announcement_id: number;
  draft_id: string | null;
  action: string;
  staff_id: string | null;
  note: string | null;
  happened_at: Date;
}

export interface AnnouncementDraftChangesTable {
  draft_id: string;
  revision: number;
  action: string;
  staff_id: string | null;
  fields: string[];
  changed_at: Date;
}

export interface AnnouncementIndexNumbersTable {
  prefix: string;
  year: number;
  last_number: number;
}

export interface BodyNamesTable {
  id: string;
  wrong: string;
  right: string;
  updated_at: Date;
  updated_by: string | null;
}

export interface AnnouncementFavouritesTable {
  citizen_id: string;
  announcement_id: number;
  created_at: Date;
}

export interface AnnouncementViewsTable {
  viewed_on: string;
  announcement_id: number;
  views: number;
}

export interface AnnouncementTables {
  announcement_draft_changes: AnnouncementDraftChangesTable;
  announcement_index_numbers: AnnouncementIndexNumbersTable;
  body_names: BodyNamesTable;
  announcement_favourites: AnnouncementFavouritesTable;
  announcement_views: AnnouncementViewsTable;
  announcements: AnnouncementsTable;
  announcement_versions: AnnouncementVersionsTable;
  announcement_drafts: AnnouncementDraftsTable;
  announcement_draft_authors: AnnouncementDraftAuthorsTable;
  announcement_events: AnnouncementEventsTable;
}
