import { ApiError } from '../apiError';
import { exactCountLimit, type Page, type Total } from '../contract/pagination';

/** Where a list goes on: the sort key of its last row. Opaque to clients, so its form may change. */
export function encodeCursor(key: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/**
 * Reads a cursor whose parts must have the types of `shape`.
 *
 * @throws ApiError `cursor_invalid`.
 */
export function decodeCursor<const Shape extends readonly ('string' | 'number')[]>(
  cursor: string | undefined,
  shape: Shape,
): { [Index in keyof Shape]: Shape[Index] extends 'number' ? number : string } | undefined {
  if (cursor === undefined) return undefined;
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const fits =
      Array.isArray(key) &&
      key.length === shape.length &&
      key.every((part, index) => typeof part === shape[index] && (typeof part !== 'number' || Number.isSafeInteger(part)) && !String(part).includes('\u0000'));
    if (fits) return key as unknown as { [Index in keyof Shape]: Shape[Index] extends 'number' ? number : string };
  } catch (error) {
    throw new ApiError('cursor_invalid', {}, { cause: error });
  }
  throw new ApiError('cursor_invalid');
}

/** Whether a part of a cursor is an instant as the database writes it, on a day that exists: anything else would be its error, not ours. */
export function isStoredInstant(text: string): boolean {
  const [, date = '', hours = ''] = /^(\d{4}-\d{2}-\d{2}) (\d{2}):[0-5]\d:[0-5]\d(?:\.\d{1,6})?[+-]\d{2}(?::\d{2}){0,2}$/.exec(text) ?? [];
  const day = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date) && Number(hours) < 24;
}

/** Cuts one row more than asked for into a page; the extra row only tells that there is a next page. */
export function toPage<Row, Item>(
  rows: readonly Row[],
  limit: number,
  total: Total,
  present: (row: Row) => Item,
  key: (row: Row) => readonly (string | number)[],
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(present),
    nextCursor: rows.length > limit && last !== undefined ? encodeCursor(key(last)) : null,
    total,
  };
}

/** `counted` comes from a query that stops at `exactCountLimit + 1` rows. */
export function toTotal(counted: number): Total {
  return counted > exactCountLimit ? { count: exactCountLimit, label: `${exactCountLimit}+` } : { count: counted, label: String(counted) };
}

export const defaultPageSize = 20;
