interface GuideColumn {
  /** What people call it; also the heading in the file of rejected rows that came from JSON. */
  label: string;
  isRequired: boolean;
  /** Accepted headings besides the label and the field's own name; compared after `normaliseHeader`. */
  headers: readonly string[];
}

/** The one table of what an import can carry: field of `service_guides` → headings in the file. */
export const guideColumns = {
  implementation_code: { label: '实施编码', isRequired: true, headers: ['item_code', '实施清单编码', '事项实施编码'] },
  name: { label: '事项名称', isRequired: true, headers: ['办事项名称', '办理项名称', '业务办理项名称', 'item_name'] },
  department: { label: '实施主体', isRequired: true, headers: ['部门', '部门名称', '实施部门', '实施主体名称', '所属部门', 'department_name'] },
  item_type: { label: '事项类型', isRequired: true, headers: ['task_type'] },
  audiences: { label: '服务对象', isRequired: false, headers: ['audience', '办理对象'] },
  handling_type: { label: '办件类型', isRequired: false, headers: [] },
  statutory_days: { label: '法定办结时限（工作日）', isRequired: false, headers: ['法定办结时限', '法定时限（工作日）', '法定期限（工作日）'] },
  committed_days: { label: '承诺办结时限（工作日）', isRequired: false, headers: ['承诺办结时限', '承诺时限（工作日）', '承诺期限（工作日）'] },
  visits: { label: '到办事现场次数', isRequired: false, headers: ['到现场次数', '到办事现场次数（次）', '跑动次数'] },
  summary: { label: '事项简介', isRequired: false, headers: ['简介', '事项说明'] },
  eligibility: { label: '受理条件', isRequired: false, headers: ['申请条件', '办理条件'] },
  fee: { label: '收费', isRequired: false, headers: ['收费说明', '收费标准', '收费情况', 'fees'] },
  required_materials: { label: '申请材料', isRequired: false, headers: ['materials', '所需材料', '材料', '材料清单'] },
  address: { label: '办理地点', isRequired: false, headers: ['办理地址', '办公地址', '地址'] },
  opening_hours: { label: '办公时间', isRequired: false, headers: ['办理时间', '工作时间'] },
  consultation_phone: { label: '咨询电话', isRequired: false, headers: ['咨询方式'] },
  supervision_phone: { label: '监督电话', isRequired: false, headers: ['监督投诉电话', '投诉电话', '监督投诉方式'] },
} as const satisfies Record<string, GuideColumn>;

export type GuideField = keyof typeof guideColumns;

export const guideFields = Object.keys(guideColumns) as GuideField[];
export const requiredFields = guideFields.filter((field) => guideColumns[field].isRequired);

const fieldByHeader = new Map<string, GuideField>();
for (const field of guideFields) {
  const column: GuideColumn = guideColumns[field];
  for (const header of [field, column.label, ...column.headers]) fieldByHeader.set(normaliseHeader(header), field);
}

/** Which field a heading means, in the file's own spelling; undefined when it is none of ours. */
export function fieldOfHeader(header: string): GuideField | undefined {
  return fieldByHeader.get(normaliseHeader(header));
}

/** Width, case, blanks, separators and the star of a mandatory column make no difference: `Item Code` = `item_code` = `itemCode`. */
function normaliseHeader(header: string): string {
  return header.normalize('NFKC').toLowerCase().replace(/[\s_*:\-\u200b\ufeff]/gu, '');
}
