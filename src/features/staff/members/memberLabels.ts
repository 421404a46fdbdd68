import type { StaffRole } from '../../../../server/contract/staff';
import type { StaffStatus, StandIn } from '../../../../server/contract/staffMembers';
import { plainDate } from '../../../text/dates';
import { roleLabels } from '../staffLabels';

export const statusLabels: Record<StaffStatus, string> = { invited: '已邀请，还没接受', active: '在岗', suspended: '已停用' };

export const statusOptions = (Object.keys(statusLabels) as StaffStatus[]).map((id) => ({ id, name: statusLabels[id] }));
export const roleOptions = (Object.keys(roleLabels) as StaffRole[]).map((id) => ({ id, name: roleLabels[id] }));

/** 由王某某代，12月1日到12月3日 */
export const standInText = ({ absent, standIn, from, to, isNow }: StandIn, memberId: string): string =>
  `${absent.id === memberId ? `由${standIn.name}代` : `代${absent.name}`}，${from === to ? plainDate(from) : `${plainDate(from)}到${plainDate(to)}`}${isNow ? '（正在代）' : ''}`;
