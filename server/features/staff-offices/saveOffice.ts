import { ApiError } from '../../apiError';
import { recordAudit, type AuditValues } from '../../audit/recordAudit';
import { OfficeCodeParams, SaveOfficeBody, StaffOffice, type OfficeContent } from '../../contract/staffOffices';
import type { DatabaseTransaction } from '../../database/database';
import { staffEndpoint } from '../../endpoint';
import { mayChangeOffices } from '../../staff/registerPolicy';
import { staffActor } from '../../staff/staffActor';
import { checkLocation, checkWindows, tidy } from './officeRules';
import { explainGuides } from './removeOffice';
import { contentOf, presentStaffOffice, revisionOf } from './staffOfficePresenter';
import { findGuidesAt, findStaffOffice, insertOffice, lockOffices, replaceWindows, updateOffice, type StaffOfficeRow } from './staffOfficeRepository';

export const saveOffice = staffEndpoint(
  {
    method: 'PUT',
    url: '/staff/offices/:officeCode',
    summary: '新增或修改一个大厅和它的窗口；读到之后别人改过，就不保存并说明',
    params: OfficeCodeParams,
    body: SaveOfficeBody,
    reply: StaffOffice,
    errors: ['office_not_found', 'office_changed', 'office_code_taken', 'office_in_use'],
  },
  async ({ app, params, body, staff, request }) => {
    if (!mayChangeOffices(staff)) throw new ApiError('not_allowed');
    const content = tidy(body.office);
    const problems = [...checkLocation(content.location), ...checkWindows(content.windows)];
    if (problems.length > 0) throw new ApiError('request_invalid', { fieldErrors: problems });
    const now = app.clock.now();
    await app.db.transaction().execute(async (tx) => {
      await lockOffices(tx);
      const stored = await findStaffOffice(tx, params.officeCode);
      const isSaved = await isSavedAlready(tx, stored, params.officeCode, content);
      if (isSaved) return;
      if (stored === undefined && body.revision !== null) throw new ApiError('office_not_found');
      if (stored !== undefined && body.revision === null) throw new ApiError('office_code_taken');
      if (stored !== undefined && revisionOf(contentOf(stored)) !== body.revision) throw new ApiError('office_changed');
      if (stored === undefined && params.officeCode !== content.code) throw new ApiError('office_not_found');
      await save(tx, stored, content, now);
      await recordAudit(tx, {
        ...staffActor(staff, request),
        action: stored === undefined ? 'add_office' : 'change_office',
        objectKind: 'office',
        objectId: params.officeCode,
        ...(stored === undefined ? {} : { before: auditValues(contentOf(stored)) }),
        after: auditValues(content),
        at: now,
      });
    });
    const saved = await findStaffOffice(app.db, content.code);
    if (saved === undefined) throw new ApiError('office_not_found');
    return presentStaffOffice(saved);
  },
);

/** The same call again, because its answer was lost: what it wants is there, perhaps under its new code. */
async function isSavedAlready(tx: DatabaseTransaction, stored: StaffOfficeRow | undefined, officeCode: string, content: OfficeContent): Promise<boolean> {
  const there = content.code === officeCode ? stored : stored === undefined ? await findStaffOffice(tx, content.code) : undefined;
  return there !== undefined && revisionOf(contentOf(there)) === revisionOf(content);
}

async function save(tx: DatabaseTransaction, stored: StaffOfficeRow | undefined, content: OfficeContent, now: Date): Promise<void> {
  if (stored === undefined) return replaceWindows(tx, await insertOffice(tx, content, now), content.windows);
  if (stored.code !== content.code) {
    if ((await findStaffOffice(tx, content.code)) !== undefined) throw new ApiError('office_code_taken');
    explainGuides(await findGuidesAt(tx, stored.code));
  }
  const gone = stored.windows.map(({ number }) => number).filter((number) => !content.windows.some((window) => window.number === number));
  if (gone.length > 0) explainGuides(await findGuidesAt(tx, stored.code, gone), `窗口“${gone.join('、')}”还写在这些指南里`);
  await updateOffice(tx, stored.id, content, now);
  await replaceWindows(tx, stored.id, content.windows);
}

function auditValues({ location, windows, ...content }: OfficeContent): AuditValues {
  return { ...content, location: location === null ? null : `${location.latitude},${location.longitude}`, windows: windows.map(({ number, name, floor }) => `${number} ${name} ${floor}`) };
}
