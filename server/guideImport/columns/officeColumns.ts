import { listItemLabels } from '../../guideFields/labels';
import { nameList } from '../values/listValues';
import { decimal } from '../values/numberValues';
import { code, line, looseCode, paragraphs } from '../values/textValues';
import { column, type ItemColumns } from './column';

/** Names are those of the table `offices`. */
export interface OfficeRow {
  code: string;
  name: string;
  address: string;
  opening_hours?: string | null;
  phone?: string | null;
  transport?: string | null;
  accessibility?: string | null;
  latitude?: number | null;
  longitude?: number | null;
}

export const officeColumns: ItemColumns<OfficeRow> = {
  code: column(listItemLabels.place.officeCode, code(40), { isRequired: true, note: '自己定，定了就不要再改，例如 YX-ZX' }),
  name: column('大厅名称', line(200), { isRequired: true, width: 30 }),
  address: column('大厅地址', line(500), { isRequired: true, headers: ['地址'], width: 40 }),
  opening_hours: column('开放时间', paragraphs(1_000), { headers: ['办理时间', '办公时间'], width: 30 }),
  phone: column('大厅电话', line(200), { headers: ['电话'], width: 18 }),
  transport: column('交通指引', paragraphs(1_000), { headers: ['交通'], width: 30, note: '公交、停车' }),
  accessibility: column('无障碍设施', paragraphs(1_000), { width: 30 }),
  latitude: column('纬度', decimal(-90, 90), { width: 12, note: '腾讯地图、高德地图上的坐标（GCJ-02）；和经度一起填' }),
  longitude: column('经度', decimal(-180, 180), { width: 12 }),
};

export interface WindowRow {
  officeCode: string;
  number: string;
  name: string;
  floor: string;
}

export const windowColumns: ItemColumns<WindowRow> = {
  officeCode: column(listItemLabels.place.officeCode, code(40), { isRequired: true, note: '工作表「大厅」里有的编码' }),
  number: column(listItemLabels.place.windowNumbers, looseCode(40), { isRequired: true, headers: ['窗口', '窗口号'], note: '例如 A01' }),
  name: column('窗口名称', line(200), { isRequired: true, width: 30, note: '例如“公安户政窗口”' }),
  floor: column('楼层', line(100), { isRequired: true, note: '例如“一楼”' }),
};

export interface SynonymRow {
  phrase: string;
  terms: string[];
}

export const synonymColumns: ItemColumns<SynonymRow> = {
  phrase: column('说法', line(50), { isRequired: true, headers: ['群众说法'], width: 24, note: '群众怎么说，例如“上户口”' }),
  terms: column('正式名称', nameList(20, 50), {
    width: 40,
    note: '事项里用的词，例如“出生登记”；写“无”表示不再使用系统自带的这条说法，留空表示把这条说法从本表删掉',
  }),
};
