import { Type, type Static } from 'typebox';
import { Office, OfficeCode, OfficeWindow } from './offices';

const actions = ['change', 'remove'] as const;
const OfficeAction = Type.Unsafe<(typeof actions)[number]>({ type: 'string', enum: [...actions], title: 'OfficeAction' });

/** A hall with its windows and what it was when it was read. */
export const StaffOffice = Type.Object(
  {
    ...Office.properties,
    windows: Type.Array(OfficeWindow),
    guideCount: Type.Integer({ minimum: 0, description: '写着在这里办的指南数' }),
    revision: Type.String({ description: '保存时原样交回：别人改过，就不会被盖掉' }),
    allowedActions: Type.Array(OfficeAction),
  },
  { title: 'StaffOffice' },
);
export type StaffOffice = Static<typeof StaffOffice>;

export const StaffOfficeList = Type.Object({ items: Type.Array(StaffOffice), allowedActions: Type.Array(Type.Unsafe<'add'>({ type: 'string', enum: ['add'] })) }, { title: 'StaffOfficeList' });
export type StaffOfficeList = Static<typeof StaffOfficeList>;

const line = (most: number, description: string) => Type.String({ minLength: 1, maxLength: most, pattern: '\\S', description });
const optional = (most: number, description: string) => Type.Union([Type.String({ minLength: 1, maxLength: most, pattern: '\\S', description }), Type.Null()]);

export const OfficeContent = Type.Object(
  {
    code: OfficeCode,
    name: line(200, '大厅名称'),
    address: line(500, '大厅地址'),
    openingHours: optional(1_000, '开放时间'),
    phone: optional(200, '大厅电话'),
    transport: optional(1_000, '公交、停车'),
    accessibility: optional(1_000, '无障碍设施'),
    location: Type.Union(
      [Type.Object({ latitude: Type.Number({ minimum: -90, maximum: 90 }), longitude: Type.Number({ minimum: -180, maximum: 180 }) }, { additionalProperties: false }), Type.Null()],
      { description: '腾讯地图、高德地图上的坐标（GCJ-02）' },
    ),
    windows: Type.Array(
      Type.Object({ number: line(40, '窗口编号'), name: line(200, '窗口名称'), floor: line(100, '楼层') }, { additionalProperties: false }),
      { maxItems: 200 },
    ),
  },
  { additionalProperties: false, title: 'OfficeContent' },
);
export type OfficeContent = Static<typeof OfficeContent>;

export const OfficeCodeParams = Type.Object({ officeCode: OfficeCode }, { additionalProperties: false });

export const SaveOfficeBody = Type.Object(
  { office: OfficeContent, revision: Type.Union([Type.String({ maxLength: 60 }), Type.Null()], { description: '读到时的 revision；新增时为 null' }) },
  { additionalProperties: false, title: 'SaveOfficeBody' },
);
export type SaveOfficeBody = Static<typeof SaveOfficeBody>;

export const PlaceOfficeBody = Type.Object(
  { beforeCode: Type.Union([OfficeCode, Type.Null()], { description: '排在哪个大厅前面；null 为排在最后' }) },
  { additionalProperties: false, title: 'PlaceOfficeBody' },
);
