import { reportScope } from '../../staff/reportPolicy';
import { mostWorkItems, type WorkSource } from '../../work/workSource';
import { findReports } from './reportRepository';

/** Reports belong to everybody who deals with them in the department: nobody owns one, so there is nothing to hand over. */
export const reportWork: WorkSource = {
  kind: 'report',
  find: async (db, staff) => {
    const { rows } = await findReports(db, await reportScope(db, staff), 'open', undefined, mostWorkItems);
    return rows.map((row) => ({
      kind: 'report',
      id: row.id,
      title: row.guide_name ?? (row.subject === 'guide' ? '已撤下的指南' : '对小程序的意见'),
      note: row.subject === 'guide' ? '群众说指南有误，请核对' : '请看一看并处理',
      department: row.department_id === null || row.department_name === null ? null : { id: String(row.department_id), name: row.department_name },
      waitingSince: row.received_at,
      dueAt: null,
    }));
  },
  countOwned: async () => 0,
  handOver: async () => 0,
};
