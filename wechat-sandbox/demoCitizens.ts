import { createHash } from 'node:crypto';
import type { Account } from './accounts';

/** A fictional person with a WeChat of their own. */
export interface DemoCitizen {
  id: string;
  name: string;
  /** 一句话介绍 */
  description: string;
  /** 199 0000 00xx, digits only. */
  phoneNumber: string;
  /** False: this person's identity is not yet known to the Open Platform, so no reply carries a unionid. */
  hasUnionId: boolean;
  /** 快照页: the web authorisation answers with a virtual user. */
  isSnapshotUser: boolean;
  /** code2Session refuses this person with 40226. */
  isHighRisk: boolean;
  /** Follows the official account when the sandbox starts. */
  followsAtStart: boolean;
}

const ordinary = { hasUnionId: true, isSnapshotUser: false, isHighRisk: false, followsAtStart: false } as const;

export const demoCitizens: readonly DemoCitizen[] = [
  { ...ordinary, id: 'grandmother', name: '周桂兰', description: '七十二岁，用关怀模式，关注了公众号', phoneNumber: '19900000001', followsAtStart: true },
  { ...ordinary, id: 'young_father', name: '陈小川', description: '刚当爸爸，要给孩子办出生登记', phoneNumber: '19900000002' },
  { ...ordinary, id: 'shop_owner', name: '林秋月', description: '准备开一家面馆，关注了公众号', phoneNumber: '19900000003', followsAtStart: true },
  { ...ordinary, id: 'centre_director', name: '许文清', description: '县政务服务中心副主任，受邀做管理员', phoneNumber: '19900000011' },
  { ...ordinary, id: 'police_editor', name: '沈知微', description: '公安局户政科科员，受邀编辑办事指南', phoneNumber: '19900000012' },
  { ...ordinary, id: 'police_approver', name: '陆怀瑾', description: '公安局办公室主任，受邀审核公告', phoneNumber: '19900000013' },
  { ...ordinary, id: 'government_editor', name: '陆景行', description: '县政府办公室科员，写公告（编辑）', phoneNumber: '19900000015' },
  { ...ordinary, id: 'government_approver', name: '苏怀瑾', description: '县政府办公室副主任，审核公告（审核）', phoneNumber: '19900000014' },
  { ...ordinary, id: 'hotline_dispatcher', name: '程思远', description: '政务服务热线派单员（派单）', phoneNumber: '19900000016' },
  { ...ordinary, id: 'housing_handler', name: '白若溪', description: '住建局市政科科员（承办）', phoneNumber: '19900000017' },
  { ...ordinary, id: 'supervisor', name: '顾明远', description: '督查室主任（督办）', phoneNumber: '19900000018' },
  { ...ordinary, id: 'hall_manager', name: '叶知秋', description: '政务服务中心大厅主管（大厅管理）', phoneNumber: '19900000019' },
  { ...ordinary, id: 'window_clerk', name: '江小满', description: '公安局户政窗口（窗口）', phoneNumber: '19900000020' },
  { ...ordinary, id: 'auditor', name: '方正言', description: '审计专员（审计）', phoneNumber: '19900000021' },
  { ...ordinary, id: 'without_union_id', name: '何远山', description: '没有 unionid：小程序与公众号认不出是同一个人', phoneNumber: '19900000004', hasUnionId: false },
  { ...ordinary, id: 'snapshot_user', name: '快照页用户', description: '网页授权时是虚拟账号，应当被拒绝登录', phoneNumber: '19900000005', isSnapshotUser: true },
  { ...ordinary, id: 'high_risk', name: '高风险用户', description: '小程序登录被微信拦截（40226）', phoneNumber: '19900000006', isHighRisk: true },
];

/** The same citizen has another openid in every account: 28 characters, the same on every run. */
export function openIdOf(citizen: DemoCitizen, account: Account): string {
  return `o${digest(`openid:${account.key}:${citizen.id}`).slice(0, 27)}`;
}

/** @returns undefined where WeChat leaves `unionid` out. */
export function unionIdOf(citizen: DemoCitizen, account: Account): string | undefined {
  if (!citizen.hasUnionId || !account.boundToOpenPlatform) return undefined;
  return `o${digest(`unionid:${citizen.id}`).slice(0, 27)}`;
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
