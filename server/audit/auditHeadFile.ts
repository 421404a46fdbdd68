import { join } from 'node:path';
import type { Config } from '../config';

/** Where the head of the audit chain is written outside the database. */
export function auditHeadFile({ AUDIT_HEAD_FILE, DATA_DIR }: Pick<Config, 'AUDIT_HEAD_FILE' | 'DATA_DIR'>): string {
  return AUDIT_HEAD_FILE ?? join(DATA_DIR, 'audit-heads.log');
}
