import type { Selectable } from 'kysely';
import type { Office, OfficeWindow } from '../contract/offices';
import type { OfficesTable, WindowCountersTable } from '../database/tables';

type OfficeRow = Pick<Selectable<OfficesTable>, 'code' | 'name' | 'address' | 'opening_hours' | 'phone' | 'transport' | 'accessibility' | 'latitude' | 'longitude'>;

/** An office as citizens see it. */
export function presentOffice(row: OfficeRow): Office {
  return {
    code: row.code,
    name: row.name,
    address: row.address,
    openingHours: row.opening_hours,
    phone: row.phone,
    transport: row.transport,
    accessibility: row.accessibility,
    location: row.latitude === null || row.longitude === null ? null : { latitude: row.latitude, longitude: row.longitude },
  };
}

export function presentWindow({ number, name, floor }: Pick<Selectable<WindowCountersTable>, 'number' | 'name' | 'floor'>): OfficeWindow {
  return { number, name, floor };
}
