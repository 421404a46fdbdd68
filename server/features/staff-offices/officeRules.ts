import type { FieldError } from '../../contract/errors';
import type { OfficeContent } from '../../contract/staffOffices';

/** China's land, on maps of GCJ-02; the shift of that system against satellites' is far below a degree. */
const bounds = { latitude: [3.8, 53.6], longitude: [73.4, 135.1] } as const;

const isBetween = (value: number, [least, most]: readonly [number, number]): boolean => value >= least && value <= most;

/** What is wrong with coordinates that should be a place in China. */
export function checkLocation(location: OfficeContent['location']): FieldError[] {
  if (location === null) return [];
  const { latitude, longitude } = location;
  if (isBetween(latitude, bounds.latitude) && isBetween(longitude, bounds.longitude)) {
    // Four decimals are ten metres; two are a kilometre, and nobody finds the door.
    const isCoarse = [latitude, longitude].every((value) => Math.abs(value * 100 - Math.round(value * 100)) < 1e-9);
    return isCoarse ? [{ field: 'body.office.location', message: '坐标只到小数点后两位，误差会有一公里。请从地图上复制完整的坐标。' }] : [];
  }
  const isSwapped = isBetween(longitude, bounds.latitude) && isBetween(latitude, bounds.longitude);
  return [{ field: 'body.office.location', message: isSwapped ? '纬度和经度填反了，请对调。' : '这个坐标不在中国境内，请从腾讯地图或高德地图上重新复制。' }];
}

/** Numbers by which people find the window stand once. */
export function checkWindows(windows: OfficeContent['windows']): FieldError[] {
  const seen = new Set<string>();
  return windows.flatMap(({ number }, index) => {
    const isRepeated = seen.has(number.trim());
    seen.add(number.trim());
    return isRepeated ? [{ field: `body.office.windows.${index}.number`, message: `窗口编号“${number.trim()}”出现了两次。` }] : [];
  });
}

/** Without blanks around what was typed. */
export function tidy(office: OfficeContent): OfficeContent {
  const trimmed = (text: string | null): string | null => text?.trim() ?? null;
  return {
    code: office.code,
    name: office.name.trim(),
    address: office.address.trim(),
    openingHours: trimmed(office.openingHours),
    phone: trimmed(office.phone),
    transport: trimmed(office.transport),
    accessibility: trimmed(office.accessibility),
    location: office.location,
    windows: office.windows.map(({ number, name, floor }) => ({ number: number.trim(), name: name.trim(), floor: floor.trim() })),
  };
}
