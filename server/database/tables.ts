import type { ColumnType, Generated } from 'kysely';
import type { FeedbackKind, GuidePart } from '../contract/feedback';
import type { Audience, GuideContent, GuideStatus, HandlingType, ItemType, TimeLimit } from '../contract/guideContent';
import type { SessionClient } from '../contract/sessions';
import type { FeedbackOutcome, StaffRole } from '../contract/staff';
import type { TopicKind } from '../contract/topics';
import type { AnnouncementTables } from './tables/announcements';
import type { ConfirmationTables } from './tables/confirmations';
import type { GuideDraftTables } from './tables/guideDrafts';
import type { OutboxTables } from './tables/outbox';
import type { GuideImportTables } from './tables/guideImports';
import type { RegisterTables } from './tables/registers';
import type { StaffTables } from './tables/staff';

/** Set by the database when a row is inserted without it. */
type DefaultsToNow = ColumnType<Date, Date | undefined, Date>;

export interface DepartmentsTable {
  id: Generated<number>;
  name: string;
  parent_id: ColumnType<number | null, number | null | undefined>;
  sort_order: ColumnType<number, number | undefined>;
  created_at: DefaultsToNow;
}

/** Derived by the database from other columns; never written. */
type Derived<Value> = ColumnType<Value, never, never>;

export interface ServiceGuidesTable {
  id: Generated<number>;
  implementation_code: string;
  department_id: number;
  content: ColumnType<GuideContent, string, string>;
  version: ColumnType<number, never, never>;
  name: Derived<string>;
  item_type: Derived<ItemType>;
  status: Derived<GuideStatus>;
  audiences: Derived<Audience[]>;
  handling_type: Derived<HandlingType | null>;
  committed_limit: Derived<TimeLimit | null>;
  topics: Derived<string[]>;
  office_codes: Derived<string[]>;
  created_at: DefaultsToNow;
  updated_at: DefaultsToNow;
}

export interface ServiceGuideHistoryTable {
  guide_id: number;
  version: number;
  department_id: number;
  content: ColumnType<GuideContent, never, never>;
  written_at: Date;
}

export interface OfficesTable {
  id: Generated<number>;
  code: string;
  name: string;
  address: string;
  opening_hours: string | null;
  phone: string | null;
  transport: string | null;
  accessibility: string | null;
  latitude: number | null;
  longitude: number | null;
  sort_order: ColumnType<number, number | undefined>;
  created_at: DefaultsToNow;
  updated_at: DefaultsToNow;
}

export interface WindowCountersTable {
  id: Generated<number>;
  office_id: number;
  number: string;
  name: string;
  floor: string;
  sort_order: ColumnType<number, number | undefined>;
}

export interface TopicsTable {
  code: string;
  kind: TopicKind;
  name: string;
  sort_order: number;
  home_order: number | null;
}

export interface SearchSynonymsTable {
  phrase: string;
  official_terms: string[];
  updated_at: Date;
}

export interface SearchesWithoutResultTable {
  searched_on: string;
  query: string;
  times: number;
}

export interface GuideViewsTable {
  viewed_on: string;
  guide_id: number;
  views: number;
}

export interface FeedbackTable {
  id: string;
  reference_number: string;
  subject: 'guide' | 'mini_program';
  guide_id: number | null;
  guide_version: number | null;
  department_id: number | null;
  part: GuidePart | null;
  kind: FeedbackKind | null;
  description_encrypted: string;
  contact_phone_encrypted: string | null;
  received_at: Date;
  outcome: ColumnType<FeedbackOutcome | null, undefined, FeedbackOutcome>;
  outcome_note: ColumnType<string | null, undefined, string | null>;
  closed_at: ColumnType<Date | null, undefined, Date>;
  closed_by: ColumnType<string | null, undefined, string>;
}

export interface AuditEntriesTable {
  occurred_at: Date;
  id: Generated<string>;
  actor_kind: 'staff' | 'citizen' | 'command' | 'system';
  actor_id: string | null;
  action: string;
  object_kind: string;
  object_id: string;
  department_ids: ColumnType<number[] | null, number[], never>;
  actor_name_encrypted: ColumnType<string | null, string | null, never>;
  client_address: string | null;
  request_id: string | null;
  before: ColumnType<Record<string, unknown> | null, string | null, never>;
  after: ColumnType<Record<string, unknown> | null, string | null, never>;
}

export interface StaffMembersTable {
  id: string;
  citizen_id: ColumnType<string | null, undefined, string | null>;
  name_encrypted: string;
  phone_number_encrypted: string;
  phone_number_index: string;
  position: string | null;
  status: ColumnType<'invited' | 'active' | 'suspended', 'invited' | undefined, 'invited' | 'active' | 'suspended'>;
  created_at: Date;
  suspended_at: ColumnType<Date | null, undefined, Date | null>;
}

export interface StaffRolesTable {
  staff_id: string;
  department_id: number;
  role: StaffRole;
  granted_at: Date;
}

export interface StaffInvitationsTable {
  token_hash: Buffer;
  staff_id: string;
  created_at: Date;
  expires_at: Date;
  accepted_at: ColumnType<Date | null, undefined, Date>;
}

export interface CitizensTable {
  id: Generated<string>;
  union_id: string | null;
  phone_number_encrypted: string | null;
  phone_number_index: string | null;
  phone_number_bound_at: Date | null;
  phone_number_proof: Buffer | null;
  privacy_policy_version: string | null;
  privacy_policy_agreed_at: Date | null;
  created_at: Date;
}

export interface WeChatIdentitiesTable {
  app_id: string;
  open_id: string;
  citizen_id: string;
  created_at: Date;
}

export interface SessionsTable {
  id: Generated<string>;
  token_hash: Buffer;
  citizen_id: string;
  client: SessionClient;
  device_label: string | null;
  created_at: Date;
  last_seen_at: Date;
  expires_at: Date;
}

export interface FavouritesTable {
  citizen_id: string;
  guide_id: number;
  created_at: Date;
}

export interface PhoneCodesTable {
  citizen_id: string;
  phone_number_index: string;
  code_hash: Buffer;
  attempts_left: number;
  sent_at: Date;
  expires_at: Date;
}

export interface StoredFilesTable {
  hash: string;
  media_type: string;
  byte_size: number;
  created_at: Date;
}

export interface FollowersTable {
  id: Generated<number>;
  app_id: string;
  open_id: string;
  union_id: string | null;
  followed_at: Date;
}

export interface WeChatAccessTokensTable {
  app_id: string;
  token_encrypted: string | null;
  expires_at: Date | null;
  version: Generated<number>;
  refresh_lease_id: string | null;
  refresh_lease_until: Date | null;
}

export interface WeChatInboundMessagesTable {
  sent_at: Date;
  dedup_key: string;
  received_at: Date;
}

/** Each area's own tables, and those that stand here. */
export interface Tables
  extends AnnouncementTables,
    ConfirmationTables,
    GuideDraftTables,
    OutboxTables,
    GuideImportTables,
    RegisterTables,
    StaffTables {
  followers: FollowersTable;
  departments: DepartmentsTable;
  service_guides: ServiceGuidesTable;
  service_guide_history: ServiceGuideHistoryTable;
  offices: OfficesTable;
  window_counters: WindowCountersTable;
  topics: TopicsTable;
  search_synonyms: SearchSynonymsTable;
  searches_without_result: SearchesWithoutResultTable;
  guide_views: GuideViewsTable;
  feedback: FeedbackTable;
  audit_entries: AuditEntriesTable;
  staff_members: StaffMembersTable;
  staff_roles: StaffRolesTable;
  staff_invitations: StaffInvitationsTable;
  citizens: CitizensTable;
  wechat_identities: WeChatIdentitiesTable;
  sessions: SessionsTable;
  favourites: FavouritesTable;
  phone_codes: PhoneCodesTable;
  stored_files: StoredFilesTable;
  wechat_access_tokens: WeChatAccessTokensTable;
  wechat_inbound_messages: WeChatInboundMessagesTable;
}
