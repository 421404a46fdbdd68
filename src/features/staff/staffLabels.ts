import type { FeedbackKind, GuidePart } from '../../../server/contract/feedback';
import type { ContactPurpose, FeedbackOutcome, GrantedRole, StaffArea, StaffReport, StaffRole } from '../../../server/contract/staff';
import { paths } from '../../paths';

export const roleLabels: Record<StaffRole, string> = {
  administrator: '管理员',
  editor: '编辑',
  approver: '审核',
  dispatcher: '派单',
  handler: '承办',
  supervisor: '督办',
  hall_manager: '大厅管理',
  window_clerk: '窗口',
  auditor: '审计',
};

export const areas: Record<StaffArea, { name: string; note: string; path: string }> = {
  reports: { name: '群众的反馈', note: '指南哪里写错了，小程序哪里不好用', path: paths.staffReports },
  announcements: { name: '公告', note: '写、审核、发布、更正公告和政策文件', path: paths.staffAnnouncements },
  body_names: { name: '机构名称表', note: '公告里容易写错的机构名称', path: paths.bodyNames },
  members: { name: '工作人员名单', note: '邀请、改动职责、离岗移交、代班', path: paths.staffMembers },
  audit: { name: '操作记录', note: '谁在什么时候做了什么', path: paths.staffAudit },
  searches: { name: '没有搜到的说法', note: '近 30 天群众搜了什么没有找到', path: paths.staffSearches },
  guide_drafts: { name: '编写办事指南', note: '修改、新写、审核和发布', path: paths.guideDrafts },
  guide_reviews: { name: '年度核对', note: '每份指南每年看一遍，是不是仍然准确', path: paths.guideReview },
  synonyms: { name: '群众说法', note: '群众怎么说，当作哪些正式名称去找', path: paths.staffSynonyms },
  imports: { name: '导入办事指南', note: '用表格成批新增和修改，先看改动再写入', path: paths.staffImports },
  departments: { name: '部门', note: '增加、改名、移动部门', path: paths.staffDepartments },
  offices: { name: '大厅和窗口', note: '地址、开放时间、电话和窗口', path: paths.staffOffices },
};

const partLabels: Record<GuidePart, string> = { materials: '材料', process: '流程', place: '地点', time: '时间', fee: '费用', phone: '电话', other: '其他' };
const kindLabels: Record<FeedbackKind, string> = { complaint: '投诉', suggestion: '建议', fault: '打不开或出错', difficulty: '看不懂、不会用' };

export const outcomes: readonly { id: FeedbackOutcome; name: string }[] = [
  { id: 'corrected', name: '已改正' },
  { id: 'explained', name: '已说明' },
  { id: 'not_applicable', name: '不属实或不适用' },
];

export const contactPurposes: readonly { id: ContactPurpose; name: string }[] = [
  { id: 'ask_for_details', name: '核实情况' },
  { id: 'tell_outcome', name: '告知处理结果' },
  { id: 'arrange_help', name: '约时间当面帮助' },
];

export const outcomeLabel = (outcome: FeedbackOutcome): string => outcomes.find(({ id }) => id === outcome)?.name ?? outcome;

/** What a report is about: 居民身份证补领 · 电话, 小程序 · 建议. */
export const subjectOf = ({ guide, part, kind }: StaffReport): string =>
  [part === null ? '小程序' : (guide?.name ?? '已撤下的指南'), part === null ? (kind === null ? null : kindLabels[kind]) : partLabels[part]].filter((word) => word !== null).join(' · ');

/** 云岫县公安局 · 编辑 */
export const rolesOf = (roles: readonly GrantedRole[]): string[] => roles.map(({ role, department }) => `${department.name} · ${roleLabels[role]}`);
