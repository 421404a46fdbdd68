import type { StaffGuide, StaffGuidePage } from '../../../server/contract/guideReviews';
import { remindOfReviews } from '../../../server/guideReviews/remindOfReviews';
import { codeOf, draftCalls, type Headers } from '../../support/guideDrafts';
import { becomeStaff } from '../../support/staff';
import { changeGuide, insertGuide, startTestApp, type TestApp } from '../../support/testApp';

const police = '云岫县公安局';
const civilAffairs = '云岫县民政局';

let t: TestApp;
let calls: ReturnType<typeof draftCalls>;
let editor: Headers;
beforeAll(async () => {
  t = await startTestApp();
  t.clock.set(new Date('2026-11-24T02:00:00Z'));
  calls = draftCalls(t);
  editor = await becomeStaff(t, 'shop_owner', [{ role: 'editor', department: police }]);
});
afterAll(() => t.close());

async function publishedOn(date: string, department = police): Promise<string> {
  const id = await insertGuide(t.database, { department });
  await t.database.pool.query('update service_guides set updated_at = $2 where id = $1', [id, `${date}T02:00:00Z`]);
  return id;
}
const due = async (headers = editor): Promise<StaffGuide[]> => (await calls.get(headers, '/guide-reviews?limit=50')).json<StaffGuidePage>().items;
const confirm = (id: string, version = 1) => calls.put(editor, `/service-guides/${id}/confirmation`, { version });
const remind = () => t.database.db.transaction().execute((tx) => remindOfReviews(tx, t.clock.now()));
const reminders = async (): Promise<{ title: string; body: string }[]> =>
  (await t.database.pool.query<{ title: string; body: string }>(`select title, body from outbox_notices where key like 'guide_reviews:%' order by id`)).rows;

test('a guide is to be looked at a year after it was published, thirty days ahead, the longest due first', async () => {
  const soon = await publishedOn('2025-12-20');
  const overdue = await publishedOn('2025-10-01');
  const later = await publishedOn('2025-12-25');
  const elsewhere = await publishedOn('2025-10-01', civilAffairs);
  const items = await due();
  expect(items.map(({ id }) => id)).toEqual([overdue, soon]);
  expect(items[0]).toMatchObject({ reviewedOn: '2025-10-01', reviewDueOn: '2026-10-01', isReviewDue: true, allowedActions: ['edit', 'confirm'] });
  const ids = (await calls.get(editor, '/service-guides?limit=50')).json<StaffGuidePage>().items.map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining([soon, overdue, later]));
  expect(ids).not.toContain(elsewhere);
  await t.database.pool.query('delete from service_guides');
});

test('what is found right is due a year later, once however often it is said, and is on record', async () => {
  const id = await publishedOn('2025-10-01');
  expect((await confirm(id)).json<StaffGuide>()).toMatchObject({ reviewedOn: '2026-11-24', reviewDueOn: '2027-11-24', isReviewDue: false, version: 1 });
  expect((await confirm(id)).statusCode).toBe(200);
  const { rows } = await t.database.pool.query(`select action, after from audit_entries where object_kind = 'service_guide' and object_id = $1`, [id]);
  expect(rows).toEqual([{ action: 'confirm_guide', after: { version: 1 } }]);
  expect(await due()).toEqual([]);
});

test('a version that is no longer the newest is not found right', async () => {
  const id = await publishedOn('2025-10-01');
  await changeGuide(t.database, id, { summary: '刚改过' });
  expect(codeOf(await confirm(id))).toBe('guide_changed_meanwhile');
  await t.database.pool.query('delete from service_guides');
});

test('pages of due guides lose none', async () => {
  const ids: string[] = [];
  for (const date of ['2025-09-01', '2025-09-02', '2025-09-02', '2025-09-03', '2025-09-04']) ids.push(await publishedOn(date));
  const paged: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: StaffGuidePage = (await calls.get(editor, `/guide-reviews?limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`)).json<StaffGuidePage>();
    expect(page.total.count).toBe(5);
    paged.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  }
  expect(paged).toEqual(ids);
  await t.database.pool.query('delete from service_guides');
});

test('the editors of a department are told once for each due date', async () => {
  const id = await publishedOn('2025-10-01');
  await publishedOn('2025-10-05');
  await publishedOn('2025-10-05', civilAffairs);
  await remind();
  expect((await reminders()).map(({ title }) => title).sort()).toEqual(['2 份办事指南该核对了', expect.stringMatching(/^“.+”该核对了$/)]);
  await remind();
  t.clock.advance(86_400_000);
  await remind();
  expect(await reminders()).toHaveLength(2);
  await confirm(id);
  // The next year has a due date of its own.
  t.clock.advance(340 * 86_400_000);
  await remind();
  expect(await reminders()).toHaveLength(3);
});
