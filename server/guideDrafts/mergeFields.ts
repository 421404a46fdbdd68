import { isDeepStrictEqual } from 'node:util';
import type { GuideContent, GuideContentField } from '../contract/guideContent';
import type { DraftChanges } from '../contract/guideDrafts';
import type { FieldMarks } from '../database/tables/guideDrafts';
import { guideFieldLabels } from '../guideFields/labels';

/** Every field of a guide's content, in the order of the labels. */
export const contentFields = Object.keys(guideFieldLabels).filter((field): field is GuideContentField => field !== 'department');

export const isContentField = (name: string): name is GuideContentField => name !== 'department' && Object.hasOwn(guideFieldLabels, name);

/** The fields that the changes would really change. */
export function fieldsThatDiffer(content: GuideContent, changes: DraftChanges): GuideContentField[] {
  return contentFields.filter((field) => Object.hasOwn(changes, field) && !isDeepStrictEqual(content[field], changes[field] ?? undefined));
}

/** The fields in which two contents differ. */
export function fieldsBetween(one: Partial<GuideContent>, other: Partial<GuideContent>): GuideContentField[] {
  return contentFields.filter((field) => !isDeepStrictEqual(one[field], other[field]));
}

/** The content with the changes in it; null takes a field out. The fields keep their order, so that equal contents are written alike. */
export function withChanges(content: GuideContent, changes: DraftChanges): GuideContent {
  const merged: DraftChanges = { ...content, ...changes };
  return Object.fromEntries(contentFields.flatMap((field) => (merged[field] === undefined || merged[field] === null ? [] : [[field, merged[field]]]))) as unknown as GuideContent;
}

/** Of the fields that are to be changed those that somebody changed since the revision that the sender saw. */
export function fieldsInConflict(fields: readonly GuideContentField[], marks: FieldMarks, seenRevision: number): GuideContentField[] {
  return fields.filter((field) => (marks[field]?.revision ?? 0) > seenRevision);
}

export interface ThreeWay {
  /** What the draft would be over the newer version. */
  content: GuideContent;
  /** Fields that both changed, each to something else. */
  bothChanged: GuideContentField[];
}

/**
 * Brings a newer published version under a draft, field by field: what only one of the two changed stays changed.
 *
 * @param kept of the fields that both changed those in which the draft's words stay
 */
export function takeOver(base: GuideContent, draft: GuideContent, newer: GuideContent, kept: readonly string[]): ThreeWay {
  const bothChanged: GuideContentField[] = [];
  const changes: DraftChanges = {};
  for (const field of contentFields) {
    const [was, ours, theirs] = [base[field], draft[field], newer[field]];
    if (isDeepStrictEqual(was, theirs) || isDeepStrictEqual(ours, theirs)) continue;
    const isOursToo = !isDeepStrictEqual(was, ours);
    if (isOursToo) bothChanged.push(field);
    if (!isOursToo || !kept.includes(field)) changes[field] = theirs ?? null;
  }
  return { content: withChanges(draft, changes), bothChanged };
}
