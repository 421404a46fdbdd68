import type { ValueKind } from '../values/valueKind';

/** A column of a sheet: its heading, and how its cells are read and written. */
export interface Column<Value = unknown> {
  /** What people call it, and the heading that is written. */
  label: string;
  /** Accepted headings besides the label and the column's own name; compared after `normaliseHeader`. */
  headers: readonly string[];
  kind: ValueKind<Value>;
  isRequired: boolean;
  /** What an empty cell of a new item means, for what the contract demands. */
  whenEmpty?: Value;
  /** What the person who fills it in should know beyond what `kind` says. */
  note: string;
  /** In characters, of the written column. */
  width: number;
}

export type Columns<Name extends string = string> = Readonly<Record<Name, Column>>;

/** The columns of an item: one for each of its fields. */
export type ItemColumns<Item> = { readonly [Field in keyof Item]-?: Column<NonNullable<Item[Field]>> };

export function column<Value>(label: string, kind: ValueKind<Value>, options: Partial<Omit<Column<Value>, 'label' | 'kind'>> = {}): Column<Value> {
  return { label, kind, headers: [], isRequired: false, note: '', width: 16, ...options };
}

/** Width, case, blanks, separators and the star of a mandatory column make no difference: `Item Code` = `item_code` = `itemCode`. */
export function normaliseHeader(header: string): string {
  return header.normalize('NFKC').toLowerCase().replace(/[\s_*:\-\u200b\ufeff]/gu, '');
}

export function columnNames<Name extends string>(columns: Columns<Name>): Name[] {
  return Object.keys(columns) as Name[];
}

const namesByColumns = new WeakMap<Columns, ReadonlyMap<string, string>>();

/** The name of the column that a heading means; undefined when it is none of these. */
export function columnOfHeader(columns: Columns, header: string): string | undefined {
  let names = namesByColumns.get(columns);
  if (names === undefined) {
    const known = new Map<string, string>();
    for (const [name, { label, headers }] of Object.entries(columns)) {
      for (const spelling of [...headers, label, name]) known.set(normaliseHeader(spelling), name);
    }
    names = known;
    namesByColumns.set(columns, names);
  }
  return names.get(normaliseHeader(header));
}
