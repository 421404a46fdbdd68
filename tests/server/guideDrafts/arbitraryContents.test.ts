import fc from 'fast-check';
import type { GuideContent } from '../../../server/contract/guideContent';
import type { GuideDraft } from '../../../server/contract/guideDrafts';
import type { ServiceGuide } from '../../../server/contract/serviceGuides';
import { contentFields, takeOver, withChanges } from '../../../server/guideDrafts/mergeFields';
import { draftCalls, type Headers } from '../../support/guideDrafts';
import { becomeStaff } from '../../support/staff';
import { insertGuide, startTestApp, type TestApp } from '../../support/testApp';
import { arbitraryContent } from '../guideImport/arbitraryGuides';

const police = '云岫县公安局';
const file = { hash: 'a'.repeat(64), name: '样本.png', mediaType: 'image/png', byteSize: 1 };
const contents = arbitraryContent({
  topics: [
    { code: 'np.household', kind: 'natural_person', name: '户籍办理' },
    { code: 'lp.tax', kind: 'legal_person', name: '税收财务' },
    { code: 'le.baby', kind: 'life_event', name: '生孩子' },
  ],
  files: [file],
  offices: [{ code: 'YX-ZX', windows: ['A01', 'A02'] }],
});

let t: TestApp;
let editor: Headers;
let approver: Headers;
beforeAll(async () => {
  t = await startTestApp();
  await t.database.pool.query(`insert into offices (code, name, address) values ('YX-ZX', '大厅', '长丰街')`);
  await t.database.pool.query(`insert into window_counters (office_id, number, name, floor) select id, n, '户政', '一楼' from offices, unnest(array['A01', 'A02']) as n`);
  editor = await becomeStaff(t, 'shop_owner', [{ role: 'editor', department: police }]);
  approver = await becomeStaff(t, 'grandmother', [{ role: 'approver', department: police }]);
});
afterAll(() => t.close());

test('whatever is typed, saved field by field in any order and published, is exactly what is published', async () => {
  const calls = draftCalls(t);
  await fc.assert(
    fc.asyncProperty(contents, contents, fc.integer({ min: 1, max: 20 }), async (before, given, portion) => {
      // Related guides are looked up, and a cancelled guide only needs its date: then no fault stands in the way.
      const { relatedCodes: _, ...rest } = given;
      const wanted: GuideContent = { ...rest, status: 'cancelled', cancelledOn: '2026-12-01' };
      const guideId = await insertGuide(t.database, { department: police, content: { ...before, processPicture: file } });
      let draft = await calls.start(editor, guideId);
      const changes = contentFields.map((field) => [field, wanted[field] ?? null] as const).filter(([field, value]) => value !== null || draft.content[field] !== undefined);
      for (let from = 0; from < changes.length; from += portion) {
        const reply = await calls.save(editor, draft, Object.fromEntries(changes.slice(from, from + portion)));
        if (reply.statusCode !== 200) throw new Error(reply.body);
        draft = reply.json<GuideDraft>();
      }
      await calls.step(editor, draft, 'submission');
      const done = await calls.step(approver, draft, 'publication');
      if (done.statusCode !== 200) throw new Error(done.body);
      const guide = (await t.app.inject(`/api/v1/service-guides/${guideId}`)).json<ServiceGuide>();
      expect(guide.content).toEqual(wanted);
      // Saying the same again is no change: no further version comes of it.
      expect(guide.version).toBeLessThanOrEqual(2);
    }),
    { numRuns: 25 },
  );
});

test('taking a version over keeps what only one side changed, and in the rest the words that were chosen', () => {
  fc.assert(
    fc.property(contents, contents, contents, fc.func(fc.boolean()), (base, draft, newer, isKept) => {
      const kept = contentFields.filter((field) => isKept(field));
      const { content, bothChanged } = takeOver(base, draft, newer, kept);
      const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
      for (const field of contentFields) {
        const [was, ours, theirs] = [base[field], draft[field], newer[field]];
        if (bothChanged.includes(field)) expect(content[field]).toEqual(kept.includes(field) ? ours : theirs);
        else if (same(was, ours)) expect(content[field]).toEqual(theirs);
        else expect(content[field]).toEqual(ours);
      }
      expect(takeOver(base, withChanges(draft, {}), base, kept)).toEqual({ content: withChanges(draft, {}), bothChanged: [] });
    }),
    { numRuns: 200 },
  );
});
