import type { GuideFile } from '../../contract/guideContent';
import type { TopicKind } from '../../contract/topics';
import type { Cell } from '../guideSource';

/** What a cell says, or in words what is wrong with it; the column is named by whoever asked. */
export type FieldResult<Value = unknown> = { value: Value } | { problem: string };

export interface TopicName {
  kind: TopicKind;
  code: string;
  name: string;
}

/** What reading and writing cells needs to know of the installation. */
export interface ValueContext {
  /** In the order of the catalogue. */
  topics: readonly TopicName[];
  /** Under which path in the folder of files a file of a guide is named. */
  pathOf(file: GuideFile): string;
}

/**
 * A kind of value: how a cell is read and how it is written. What was written is read as the same value.
 *
 * Reading gives null for an empty cell. It may promise less than `Value` (a file is only named in a cell): the whole of a row is
 * checked against the contract before it is used.
 */
export interface ValueKind<Value> {
  read(cell: Cell, context: ValueContext): FieldResult;
  write(value: Value, context: ValueContext): string | number;
  /** What may be written, for the person who fills in the sheet. */
  explain(context: ValueContext): string;
  /** Spreadsheets must not take it for a number. */
  readonly isCode?: boolean;
}
