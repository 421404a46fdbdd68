/** What people call the values that stand in entries; others stand under their own name. */
const names: Readonly<Record<string, string>> = {
  status: '状态',
  version: '版本',
  revision: '修订',
  fields: '改动的项',
  reason: '原因',
  roles: '职责',
  outcome: '结果',
  act: '操作',
  means: '方式',
  browser: '浏览器',
  purpose: '用途',
  publishAt: '发布时间',
  approvedBy: '审核人编号',
  standsInFor: '代班对象编号',
  name: '姓名（指纹）',
  phoneNumber: '手机号（指纹）',
};

const words = (value: unknown): string => (value === null ? '无' : Array.isArray(value) ? value.map(String).join('、') : typeof value === 'object' ? JSON.stringify(value) : String(value));

/** `{"status":"draft","fields":["title"]}` → 状态：draft；改动的项：title */
export function readableValues(json: string): string {
  const values = JSON.parse(json) as Record<string, unknown>;
  return Object.entries(values)
    .map(([name, value]) => `${names[name] ?? name}：${words(value)}`)
    .join('；');
}
