import type { StaffFile, StaffFilePurpose } from '../../../../server/contract/staffFiles';
import type { ApiClient } from '../../../api/ApiClient';
import type { ChosenFile } from './chosenFile';

/** A slow connection needs its time for a large file. */
const uploadTimeoutMs = 10 * 60_000;

/** @throws ApiError file_too_large, file_empty, file_type_refused, picture_refused */
export const uploadStaffFile = async (client: ApiClient, purpose: StaffFilePurpose, file: ChosenFile): Promise<StaffFile> =>
  client.request<StaffFile>({ method: 'POST', path: '/staff/files', query: { purpose, name: file.name }, bytes: await file.read(), timeoutMs: uploadTimeoutMs });
