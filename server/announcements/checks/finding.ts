import type { AnnouncementContent } from '../../contract/announcementContent';
import type { AnnouncementFinding } from '../../contract/announcementDrafts';

type Field = keyof AnnouncementContent;

export const fault = (rule: string, field: Field, message: string, excerpt: string | null = null): AnnouncementFinding => ({ rule, severity: 'fault', field, message, excerpt });
export const advice = (rule: string, field: Field, message: string, excerpt: string | null = null): AnnouncementFinding => ({ rule, severity: 'advice', field, message, excerpt });

/** A few characters around a place, on one line. */
export function around(text: string, at: number, length: number): string {
  const from = Math.max(0, at - 8);
  const to = Math.min(text.length, at + length + 8);
  return `${from > 0 ? '…' : ''}${text.slice(from, to).replace(/\s+/gu, ' ').trim()}${to < text.length ? '…' : ''}`;
}
