import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { Audience, HandlingType, ItemType, RequiredMaterial } from '../contract/serviceGuides';
import type { SessionClient } from '../contract/sessions';

/** Set by the database when a row is inserted without it. */
type DefaultsToNow = ColumnType<Date, Date | undefined, Date>;

export interface DepartmentsTable {
  id: Generated<number>;
  name: string;
  sort_order: ColumnType<number, number | undefined>;
  created_at: DefaultsToNow;
}

export interface ServiceGuidesTable {
  id: Generated<number>;
  implementation_code: string;
  name: string;
  department_id: number;
  item_type: ItemType;
  audiences: Audience[];
  handling_type: HandlingType | null;
  statutory_days: number | null;
  committed_days: number | null;
  visits: number | null;
  summary: string | null;
  eligibility: string | null;
  fee: string | null;
  required_materials: JSONColumnType<RequiredMaterial[]>;
  address: string | null;
  opening_hours: string | null;
  consultation_phone: string | null;
  supervision_phone: string | null;
  created_at: DefaultsToNow;
  updated_at: DefaultsToNow;
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

export interface Tables {
  followers: FollowersTable;
  departments: DepartmentsTable;
  service_guides: ServiceGuidesTable;
  citizens: CitizensTable;
  wechat_identities: WeChatIdentitiesTable;
  sessions: SessionsTable;
  favourites: FavouritesTable;
  phone_codes: PhoneCodesTable;
  stored_files: StoredFilesTable;
  wechat_access_tokens: WeChatAccessTokensTable;
  wechat_inbound_messages: WeChatInboundMessagesTable;
}
