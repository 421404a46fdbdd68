import type { SaveOfficeBody, StaffOffice, StaffOfficeList } from '../../../../server/contract/staffOffices';
import type { ApiClient } from '../../../api/ApiClient';

const path = (code: string) => `/staff/offices/${encodeURIComponent(code)}`;

export const officesApi = (client: ApiClient) => ({
  list: () => client.request<StaffOfficeList>({ path: '/staff/offices' }),
  /** @throws ApiError office_changed, office_code_taken, office_in_use, request_invalid */
  save: (code: string, body: SaveOfficeBody) => client.request<StaffOffice>({ method: 'PUT', path: path(code), body }),
  move: (code: string, beforeCode: string | null) => client.request<StaffOfficeList>({ method: 'PUT', path: `${path(code)}/place`, body: { beforeCode } }),
  /** @throws ApiError office_in_use */
  remove: (code: string) => client.request<void>({ method: 'DELETE', path: path(code) }),
});
export type OfficesApi = ReturnType<typeof officesApi>;
