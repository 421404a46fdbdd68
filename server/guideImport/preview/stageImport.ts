import type { Queryable } from '../../database/pool';
import { checkDuplicates, checkReferences } from '../checkStaged';
import type { GuideSource, OpenedSource } from '../guideSource';
import { compareGuides, lockGuides } from '../mergeGuides';
import { mergeRecords } from '../mergeRecords';
import { stageRows } from '../stageRows';
import { Staging } from '../staging';
import { loadTopics } from '../topics';
import { checkGuideScope, checkRecordScope, type ImportScope } from './checkScope';
import { fillPreview, rememberRecords } from './previewTable';

export interface StageOptions {
  scope: ImportScope;
  now: Date;
  /** Nobody else may change guides from the comparison on: what is compared is written. */
  isToBeWritten: boolean;
  onRows?: (rows: number) => void;
}

const missingFileHint = '附件请在编辑页面上传，或者由维护人员用命令连同附件一起导入';

/**
 * Reads a file into the transaction's temporary tables and works out in `import_preview` what every row does. Offices, windows and
 * synonyms are merged, because guides refer to them; guides are not written. Taking the transaction back leaves nothing.
 *
 * @throws GuideFileError when the file as a whole cannot be read.
 */
export async function stageImport(client: Queryable, opened: OpenedSource, source: GuideSource, { scope, now, isToBeWritten, onRows }: StageOptions): Promise<void> {
  const context = { topics: await loadTopics(client), pathOf: ({ name }: { name: string }) => name };
  const staging = await Staging.create(client, undefined, missingFileHint);
  await stageRows(staging, opened, context, onRows);
  await checkDuplicates(client, opened.tables, source.rowWord);
  await checkRecordScope(client, opened.tables, scope);
  await rememberRecords(client);
  await mergeRecords(client, opened.tables, now);
  await checkReferences(client, opened.tables);
  if (isToBeWritten) await lockGuides(client);
  await compareGuides(client);
  await checkGuideScope(client, opened.tables, scope);
  await fillPreview(client, opened.tables);
}
