import type { AnnouncementContent } from '../../../../server/contract/announcementContent';
import type { AnnouncementDraft, SaveDraftBody } from '../../../../server/contract/announcementDrafts';

/** What the writer can set: the content without what is derived from it, the time of publication, the public reason of a correction. */
export type DraftValues = Omit<AnnouncementContent, 'pictures'> & { publishAt?: string; correctionReason?: string };
export type DraftField = keyof DraftValues;

/** Edited fields; null = emptied. */
export type DraftChanges = { [Field in DraftField]?: DraftValues[Field] | null };

export const valuesOf = (draft: AnnouncementDraft): DraftValues => {
  const { pictures: _derived, ...content } = draft.content;
  return {
    ...content,
    ...(draft.publishAt === null ? {} : { publishAt: draft.publishAt }),
    ...(draft.correctionReason === null ? {} : { correctionReason: draft.correctionReason }),
  };
};

export const isSame = (first: unknown, second: unknown): boolean => JSON.stringify(first ?? null) === JSON.stringify(second ?? null);

/** Nothing in it: absent, no words, an empty list. */
const isEmpty = (value: unknown): boolean => value === undefined || value === null || (typeof value === 'string' && value.trim() === '') || (Array.isArray(value) && value.length === 0);

const alwaysThere: readonly string[] = ['kind', 'title', 'body'];

export const fieldsOf = (changes: DraftChanges): DraftField[] => Object.keys(changes) as DraftField[];

/** Tells a value from others of its field without keeping it: FNV-1a over its JSON, and its length. */
export function checksumOf(value: unknown): string {
  const json = JSON.stringify(value ?? null);
  let hash = 0x811c9dc5;
  for (let at = 0; at < json.length; at += 1) hash = Math.imul(hash ^ json.charCodeAt(at), 0x01000193) >>> 0;
  return `${json.length}-${hash}`;
}

/** Of each field, what was sent to the server since it last answered: it may have taken any of it. */
export type SentValues = { [Field in DraftField]?: string[] };

export const without = (changes: DraftChanges, left: DraftField): DraftChanges => Object.fromEntries(Object.entries(changes).filter(([field]) => field !== left)) as DraftChanges;

/** The changes as the server takes them: new values, and the names of what was emptied. */
export function saveBody(revision: number, edited: DraftChanges): SaveDraftBody {
  const { publishAt, correctionReason, ...content } = edited;
  const entries = Object.entries(content);
  const isRemoved = ([field, value]: [string, unknown]): boolean => isEmpty(value) && !alwaysThere.includes(field);
  return {
    revision,
    changes: Object.fromEntries(entries.filter((entry) => !isRemoved(entry)).map(([field, value]) => [field, value ?? ''])) as SaveDraftBody['changes'],
    removed: entries.filter(isRemoved).map(([field]) => field) as SaveDraftBody['removed'],
    ...(publishAt === undefined ? {} : { publishAt }),
    // The reason of a correction cannot be emptied: the last one stands until there are words again.
    ...(correctionReason === undefined || isEmpty(correctionReason) ? {} : { correctionReason: correctionReason ?? '' }),
  };
}
