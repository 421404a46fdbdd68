import type { FeatureEndpoints } from '../../endpoint';
import { cancelGuideImport } from './cancelGuideImport';
import { confirmGuideImport } from './confirmGuideImport';
import { exportGuideWorkbook } from './exportGuideWorkbook';
import { getGuideImport } from './getGuideImport';
import { listGuideImports } from './listGuideImports';
import { listImportRows } from './listImportRows';
import { readImportTemplate } from './readImportTemplate';
import { readRefusedRows } from './readRefusedRows';
import { startGuideImport } from './startGuideImport';
import { submitGuideImport } from './submitGuideImport';

/** For administrators and editors, each for the departments they write for; approvers confirm. */
export const staffImports: FeatureEndpoints = {
  tag: '工作人员：导入办事指南',
  staff: {
    listGuideImports,
    startGuideImport,
    getGuideImport,
    listImportRows,
    readRefusedRows,
    submitGuideImport,
    confirmGuideImport,
    cancelGuideImport,
    readImportTemplate,
    exportGuideWorkbook,
  },
};
