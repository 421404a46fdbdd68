import { seedDemoCity } from '../../../server/database/seed/demoCity';
import { seedDemoDrafts } from '../../../server/database/seed/demoDrafts';
import { seedDemoStaff } from '../../../server/database/seed/demoStaff';
import { checkDraft } from '../../../server/guideDrafts/draftFindings';
import { findPublished } from '../../../server/guideDrafts/guideDraftRepository';
import { startTestApp, type TestApp } from '../../support/testApp';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
  await seedDemoCity(t.database.pool, t.app.files, t.clock);
  await seedDemoStaff(t.database.pool, t.app.encryption, t.clock);
});
afterAll(() => t.close());

test('the demo county has drafts in different states, once, and each could be handed in', async () => {
  await seedDemoDrafts(t.database.pool, t.clock);
  await seedDemoDrafts(t.database.pool, t.clock);
  const drafts = await t.database.db.selectFrom('guide_drafts').select(['guide_id', 'status', 'content']).orderBy('id').execute();
  expect(drafts.map(({ status }) => status)).toEqual(['draft', 'submitted', 'returned']);
  for (const { guide_id: guideId, content } of drafts) {
    const published = await findPublished(t.database.db, guideId ?? 0);
    expect(checkDraft(content, published?.content).findings.filter(({ isBlocking }) => isBlocking)).toEqual([]);
  }
});
