import type { ConfirmationRequest, ConfirmedAct } from '../../../../server/contract/confirmations';

export const actLabels: Record<ConfirmedAct, string> = {
  invite_member: '邀请工作人员',
  change_roles: '改动工作人员的职责',
  suspend_member: '停用工作人员的账号',
  export_records: '导出操作记录',
  unmask_personal_data: '查看群众的完整电话',
};

export const isConfirmedAct = (name: string): name is ConfirmedAct => name in actLabels;

/** What the phone asks: 登录云岫政务？ 查看群众的完整电话？ */
export const questionOf = ({ act, siteName }: ConfirmationRequest): string => (act === null ? `在电脑上登录“${siteName}”？` : `${actLabels[act]}？`);

/** 1234-5678: in two halves, as people read numbers out. */
export const codeInHalves = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`;
