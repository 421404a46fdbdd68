import { Type, type Static } from 'typebox';
import { pageOf } from './pagination';

export const OfficeWindow = Type.Object(
  {
    number: Type.String({ description: '窗口编号，例如“1—6 号”' }),
    name: Type.String({ description: '例如“公安户政窗口”' }),
    floor: Type.String({ description: '例如“一楼”' }),
  },
  { title: 'OfficeWindow' },
);
export type OfficeWindow = Static<typeof OfficeWindow>;

const text = (description: string) => Type.Union([Type.String({ description }), Type.Null()]);

/** 政务服务中心、大厅 */
export const Office = Type.Object(
  {
    code: Type.String({ description: '大厅编码' }),
    name: Type.String(),
    address: Type.String(),
    openingHours: text('开放时间'),
    phone: text('大厅电话'),
    transport: text('公交、停车'),
    accessibility: text('无障碍设施'),
    location: Type.Union(
      [Type.Object({ latitude: Type.Number({ minimum: -90, maximum: 90 }), longitude: Type.Number({ minimum: -180, maximum: 180 }) }), Type.Null()],
      { description: 'GCJ-02 坐标，用于打开地图' },
    ),
  },
  { title: 'Office' },
);
export type Office = Static<typeof Office>;

export const OfficeListItem = Type.Object({ ...Office.properties, guideCount: Type.Integer({ minimum: 0 }) }, { title: 'OfficeListItem' });
export type OfficeListItem = Static<typeof OfficeListItem>;

export const OfficePage = pageOf(OfficeListItem);
export type OfficePage = Static<typeof OfficePage>;

export const OfficeDetail = Type.Object({ ...Office.properties, windows: Type.Array(OfficeWindow), guideCount: Type.Integer({ minimum: 0 }) }, { title: 'OfficeDetail' });
export type OfficeDetail = Static<typeof OfficeDetail>;

export const OfficeCode = Type.String({ pattern: '^[A-Za-z0-9-]{1,40}$', description: '大厅编码' });
