import { checksumOf, fieldsOf, isSame, type DraftChanges, type DraftField, type DraftValues, type SentValues } from './draftFields';

/** A field that two people changed differently. */
export interface Clash {
  field: DraftField;
  mine: DraftChanges[DraftField];
  theirs: DraftChanges[DraftField];
}

export interface Merged {
  /** What of the writer's changes still has to be saved. */
  changes: DraftChanges;
  clashes: Clash[];
  /** What somebody else changed and the writer did not touch: taken over. */
  takenOver: DraftField[];
}

/**
 * The writer's changes on top of a draft that somebody else saved meanwhile. Only what both changed, and differently, is a
 * question; the writer's value of it stays among the changes until it is answered.
 *
 * @param before what the fields said when the writer read them
 * @param sent what the writer sent and heard nothing of: what arrived of it is nobody else's change
 */
export function mergeDraft(before: DraftChanges, changes: DraftChanges, after: DraftValues, sent: SentValues): Merged {
  const mine = fieldsOf(changes).filter((field) => !isSame(changes[field], after[field]));
  const isTheirs = (field: DraftField): boolean => !isSame(before[field], after[field]) && sent[field]?.includes(checksumOf(after[field])) !== true;
  const clashes = mine.filter(isTheirs).map((field) => ({ field, mine: changes[field], theirs: after[field] }));
  const all = [...new Set([...fieldsOf(before), ...fieldsOf(after)])];
  return {
    changes: Object.fromEntries(mine.map((field) => [field, changes[field]])) as DraftChanges,
    clashes,
    takenOver: all.filter((field) => !(field in changes) && isTheirs(field)),
  };
}
