import type { ColumnType, Generated } from 'kysely';
import type { GuideContent, GuideContentField } from '../../contract/guideContent';
import type { DraftEventAction, DraftStatus } from '../../contract/guideDrafts';

/** Who changed a field last. */
export interface FieldMark {
  revision: number;
  staffId: string;
  /** An instant as JSON has it. */
  at: string;
}

export type FieldMarks = Partial<Record<GuideContentField, FieldMark>>;

export interface GuideDraftsTable {
  id: string;
  guide_id: number | null;
  implementation_code: string;
  department_id: number;
  base_version: number | null;
  content: ColumnType<GuideContent, string, string>;
  status: DraftStatus;
  revision: ColumnType<number, undefined, number>;
  field_marks: ColumnType<FieldMarks, undefined, string>;
  owner_id: string | null;
  last_edited_by: string | null;
  submitted_by: ColumnType<string | null, string | null | undefined, string | null>;
  published_version: ColumnType<number | null, undefined, number>;
  created_at: Date;
  updated_at: Date;
}

export interface GuideDraftEventsTable {
  id: Generated<number>;
  draft_id: string;
  action: DraftEventAction;
  staff_id: string | null;
  at: Date;
  reason: string | null;
  revision: number;
  fields: GuideContentField[];
}

export interface GuideDraftReportsTable {
  draft_id: string;
  report_id: string;
  closes_when_published: boolean;
}

export interface GuideReviewsTable {
  guide_id: number;
  confirmed_on: ColumnType<string | null, string | null, string | null>;
  confirmed_version: number | null;
  confirmed_by: string | null;
  reminded_of: ColumnType<string | null, string | null | undefined, string | null>;
}

export interface GuideDraftTables {
  guide_drafts: GuideDraftsTable;
  guide_draft_events: GuideDraftEventsTable;
  guide_draft_reports: GuideDraftReportsTable;
  guide_reviews: GuideReviewsTable;
}
