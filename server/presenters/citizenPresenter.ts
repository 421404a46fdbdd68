import type { Selectable } from 'kysely';
import type { Citizen } from '../contract/citizens';
import type { CitizensTable } from '../database/tables';
import type { FieldEncryption } from '../encryption/fieldEncryption';

/** The column a phone number belongs to; its ciphertext is valid nowhere else. */
export const phoneNumberContext = 'citizens.phone_number';

/** 199****0001: enough for its owner to recognise. */
export function maskPhoneNumber(phoneNumber: string): string {
  return `${phoneNumber.slice(0, 3)}****${phoneNumber.slice(-4)}`;
}

export function presentCitizen(row: Selectable<CitizensTable>, isStaff: boolean, encryption: FieldEncryption): Citizen {
  return {
    maskedPhoneNumber:
      row.phone_number_encrypted === null ? null : maskPhoneNumber(encryption.decrypt(row.phone_number_encrypted, phoneNumberContext)),
    joinedAt: row.created_at.toISOString(),
    isStaff,
    privacyPolicyVersion: row.privacy_policy_version,
  };
}
