import type { OfficeContent, StaffOffice } from '../../../../server/contract/staffOffices';

export type OfficeField = 'code' | 'name' | 'address' | 'openingHours' | 'phone' | 'transport' | 'accessibility' | 'latitude' | 'longitude';

/** What is typed, as it is typed. */
export interface OfficeForm {
  fields: Record<OfficeField, string>;
  windows: readonly { number: string; name: string; floor: string }[];
}

export const officeFields: readonly { id: OfficeField; label: string; maxLength: number; hint?: string; isLong?: boolean }[] = [
  { id: 'code', label: '大厅编码', maxLength: 40, hint: '字母、数字和短横线，例如 YX-ZX。导入表格时用它，定了最好不改。' },
  { id: 'name', label: '大厅名称', maxLength: 200 },
  { id: 'address', label: '地址', maxLength: 500 },
  { id: 'openingHours', label: '开放时间（选填）', maxLength: 1_000, isLong: true },
  { id: 'phone', label: '电话（选填）', maxLength: 200 },
  { id: 'transport', label: '公交、停车（选填）', maxLength: 1_000, isLong: true },
  { id: 'accessibility', label: '无障碍设施（选填）', maxLength: 1_000, isLong: true },
  { id: 'latitude', label: '纬度（选填）', maxLength: 20, hint: '在腾讯地图或高德地图上查，例如 30.12345。' },
  { id: 'longitude', label: '经度（选填）', maxLength: 20, hint: '和纬度一起填，例如 118.54321。' },
];

export function formOf(office: StaffOffice | null): OfficeForm {
  return {
    fields: {
      code: office?.code ?? '',
      name: office?.name ?? '',
      address: office?.address ?? '',
      openingHours: office?.openingHours ?? '',
      phone: office?.phone ?? '',
      transport: office?.transport ?? '',
      accessibility: office?.accessibility ?? '',
      latitude: office?.location === null || office === null ? '' : String(office.location.latitude),
      longitude: office?.location === null || office === null ? '' : String(office.location.longitude),
    },
    windows: office?.windows ?? [],
  };
}

const number = /^-?\d{1,3}(\.\d+)?$/;

/** What the person has to mend before anything is sent. */
export function problemsOf({ fields, windows }: OfficeForm): Partial<Record<OfficeField | 'windows', string>> {
  const latitude = fields.latitude.trim();
  const longitude = fields.longitude.trim();
  const isHalf = (latitude === '') !== (longitude === '');
  return {
    ...(/^[A-Za-z0-9-]{1,40}$/.test(fields.code.trim()) ? {} : { code: '请填写编码，只用字母、数字和短横线。' }),
    ...(fields.name.trim() === '' ? { name: '请填写大厅名称。' } : {}),
    ...(fields.address.trim() === '' ? { address: '请填写地址。' } : {}),
    ...(isHalf ? { [latitude === '' ? 'latitude' : 'longitude']: '纬度和经度要一起填，或者都不填。' } : {}),
    ...(latitude !== '' && !number.test(latitude) ? { latitude: '请填数字，例如 30.12345。' } : {}),
    ...(longitude !== '' && !number.test(longitude) ? { longitude: '请填数字，例如 118.54321。' } : {}),
    ...(windows.some((window) => [window.number, window.name, window.floor].some((text) => text.trim() === '')) ? { windows: '每个窗口的编号、名称和楼层都要填；不要的窗口请删掉。' } : {}),
  };
}

export function contentOf({ fields, windows }: OfficeForm): OfficeContent {
  const optional = (text: string): string | null => (text.trim() === '' ? null : text.trim());
  return {
    code: fields.code.trim(),
    name: fields.name.trim(),
    address: fields.address.trim(),
    openingHours: optional(fields.openingHours),
    phone: optional(fields.phone),
    transport: optional(fields.transport),
    accessibility: optional(fields.accessibility),
    location: fields.latitude.trim() === '' ? null : { latitude: Number(fields.latitude), longitude: Number(fields.longitude) },
    windows: windows.map((window) => ({ number: window.number.trim(), name: window.name.trim(), floor: window.floor.trim() })),
  };
}

/** Fields that somebody else has made other than what is typed: shown beside it after a conflict. */
export function differences(typed: OfficeForm, stored: StaffOffice): { label: string; stored: string }[] {
  const other = formOf(stored);
  const fields = officeFields.filter(({ id }) => other.fields[id] !== typed.fields[id]).map(({ id, label }) => ({ label, stored: other.fields[id] === '' ? '没有填' : other.fields[id] }));
  const asText = ({ windows }: OfficeForm): string => windows.map((window) => `${window.number} ${window.name} ${window.floor}`).join('；');
  return asText(other) === asText(typed) ? fields : [...fields, { label: '窗口', stored: asText(other) === '' ? '没有窗口' : asText(other) }];
}
