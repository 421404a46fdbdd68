import type { FeatureEndpoints } from '../../endpoint';
import { exportAuditRecords } from './exportAuditRecords';
import { listAuditRecords } from './listAuditRecords';
import { listAuditWords } from './listAuditWords';

export const staffAudit: FeatureEndpoints = {
  tag: '工作人员：操作记录',
  staff: { listAuditRecords, listAuditWords, exportAuditRecords },
};
