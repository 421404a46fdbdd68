import type { FormField, ItemField } from '../../../../server/contract/guideForm';

export type Item = Readonly<Record<string, unknown>>;

/** Both are JSON: what reads alike is alike, whatever the order in which keys were written. */
export const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value ?? null;
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, sorted(each)]));
};

export const asText = (value: unknown): string => (typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '');
export const asTexts = (value: unknown): string[] => (Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : []);
export const asItems = (value: unknown): Item[] => (Array.isArray(value) ? value.filter((each): each is Item => typeof each === 'object' && each !== null) : []);
export const asItem = (value: unknown): Item => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Item) : {});

/** An empty text is no text: the field is then not published. */
export const textOrNothing = (text: string): string | null => (text.trim() === '' ? null : text);

/** What stands on the lines of a text, each once. */
export const linesOf = (text: string): string[] => [...new Set(text.split('\n').map((line) => line.trim()))].filter((line) => line !== '');

/** A whole number, null when nothing was typed; what is no number stays as it was typed and is refused at the field. */
export const numberOrText = (text: string): number | string | null => {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  return /^\d{1,9}$/.test(trimmed) ? Number(trimmed) : trimmed;
};

/** An item with one of its fields changed; a field without a value is left out. */
export const withField = (item: Item, field: string, value: unknown): Item => {
  const { [field]: _, ...rest } = item;
  return value === null || value === undefined ? rest : { ...rest, [field]: value };
};

/** A new item of a list: what must be said and has an obvious beginning is said. */
export const newItem = (fields: readonly ItemField[]): Item => Object.fromEntries(fields.filter(({ kind, isRequired }) => kind === 'yes_no' && isRequired).map(({ field }) => [field, false]));

/** What a list is when it has these items: without any it is not published, unless the empty list says something. */
export const listOrNothing = (items: readonly Item[], { emptyMeans }: FormField): readonly Item[] | null => (items.length === 0 && emptyMeans === undefined ? null : items);

/** What an item is called in the list. */
export const titleOf = (item: Item, field: FormField, nameOf: (choice: string, value: string) => string): string => {
  const [first] = field.itemFields ?? [];
  if (first === undefined) return '';
  const text = asText(item[first.field]);
  return first.choices === undefined || text === '' ? text : nameOf(first.choices, text);
};
