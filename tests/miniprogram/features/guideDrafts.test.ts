import type { GuideContent } from '../../../server/contract/guideContent';
import type { GuideDraft, SaveDraftBody } from '../../../server/contract/guideDrafts';
import type { GuideForm } from '../../../server/contract/guideForm';
import { ApiError, type AnyErrorCode } from '../../../src/api/ApiError';
import { DraftSteps } from '../../../src/features/staff/guides/DraftSteps';
import { isSame, linesOf, listOrNothing, numberOrText, withField } from '../../../src/features/staff/guides/draftValues';
import type { GuideDraftsApi } from '../../../src/features/staff/guides/guideDraftsApi';
import { GuideDraftStore, type KeptChanges } from '../../../src/features/staff/guides/GuideDraftStore';
import { BoundedCache } from '../../../src/platform/BoundedCache';
import { memoryStorage } from '../fakeServer';

const form: GuideForm = { groups: [], choices: {}, departments: [] };
const aDraft = (content: Partial<GuideContent> = {}, changes: Partial<GuideDraft> = {}): GuideDraft => ({
  id: 'd1',
  guideId: '7',
  name: '居民身份证补领',
  implementationCode: 'YX-1',
  department: { id: '1', name: '云岫县公安局' },
  status: 'draft',
  statusName: '修改中',
  ownerName: '沈知微',
  isMine: true,
  updatedAt: '2026-11-24T01:00:00.000Z',
  revision: 1,
  baseVersion: 1,
  content: { name: '居民身份证补领', itemType: 'confirmation', audiences: ['natural_person'], summary: '原来的简介', ...content },
  check: { score: 100, findings: [] },
  changes: [],
  newerVersion: null,
  otherEditors: [],
  returnReason: null,
  events: [],
  reports: [],
  allowedActions: ['save', 'take_over', 'submit', 'withdraw'],
  approvalNote: null,
  ...changes,
});
const refused = (code: AnyErrorCode, status: number | null, fieldErrors: { field: string; message: string }[] = []) => new ApiError({ code, message: code, status, fieldErrors });

/** A server with one draft, which takes what is saved; each answer can be replaced once. */
function serverWith(draft = aDraft()) {
  const bodies: SaveDraftBody[] = [];
  const answers: ((body: SaveDraftBody) => Promise<GuideDraft>)[] = [];
  let now = draft;
  const apply = ({ changes }: SaveDraftBody): GuideDraft => {
    const merged: Record<string, unknown> = { ...now.content, ...changes };
    now = { ...now, revision: now.revision + 1, content: Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null)) as unknown as GuideContent };
    return now;
  };
  const api = {
    readForm: () => Promise.resolve(form),
    readDraft: () => Promise.resolve(now),
    saveDraft: (_id: string, body: SaveDraftBody) => {
      bodies.push(body);
      const answer = answers.shift();
      return answer === undefined ? Promise.resolve(apply(body)) : answer(body);
    },
    submit: (_id: string, revision: number) => {
      submitted.push(revision);
      return Promise.resolve((now = { ...now, status: 'submitted' }));
    },
  } as unknown as GuideDraftsApi;
  const submitted: number[] = [];
  return { api, bodies, answers, apply, submitted, set: (next: GuideDraft) => (now = next), read: () => now };
}

const storage = () => memoryStorage();
const openStore = async (server: ReturnType<typeof serverWith>, device = storage()) => {
  const kept = new BoundedCache<KeptChanges>(device, 'guide-drafts', 10, () => 0);
  const store = new GuideDraftStore((api) => api.readDraft('d1'), { api: server.api, kept });
  await store.load();
  return { store, kept };
};

test('what is typed is saved after a pause, only the fields that were changed, and then nothing is left on the device', async () => {
  jest.useFakeTimers();
  const server = serverWith();
  const { store, kept } = await openStore(server);
  store.change('summary', '新');
  store.change('summary', '新的简介');
  store.change('transport', '坐 3 路车');
  expect(store.saveState).toBe('unsaved');
  await jest.advanceTimersByTimeAsync(1_500);
  expect(server.bodies).toEqual([{ revision: 1, changes: { summary: '新的简介', transport: '坐 3 路车' } }]);
  expect([store.saveState, store.changes.size, kept.entries()]).toEqual(['saved', 0, []]);
  expect(store.draft?.revision).toBe(2);
  jest.useRealTimers();
});

test('what is typed while a save is under way is sent after it, with the revision that it made', async () => {
  const server = serverWith();
  const { store } = await openStore(server);
  let answer: () => void = () => undefined;
  server.answers.push((body) => new Promise((resolve) => (answer = () => resolve(server.apply(body)))));
  store.change('summary', '一');
  const saving = store.save();
  store.change('summary', '一二');
  answer();
  await saving;
  expect(server.bodies.map(({ revision, changes }) => [revision, changes['summary']])).toEqual([[1, '一'], [2, '一二']]);
  expect([store.saveState, store.valueOf('summary')]).toEqual(['saved', '一二']);
});

test('without a network it stays on the device, also over a restart, and the same save is sent again first', async () => {
  const server = serverWith();
  const device = storage();
  const { store, kept } = await openStore(server, device);
  // The server took it, only its answer was lost.
  server.answers.push((body) => {
    server.apply(body);
    return Promise.reject(refused('network_unreachable', null));
  });
  store.change('summary', '新的简介');
  await store.save();
  expect([store.saveState, kept.find('d1')?.value.changes]).toEqual(['offline', { summary: '新的简介' }]);
  store.change('summary', '更新的简介');
  store.leave();

  const again = await openStore(server, device);
  expect(again.store.valueOf('summary')).toBe('更新的简介');
  server.set({ ...server.read(), revision: 2 });
  await again.store.save();
  expect(server.bodies.slice(1).map(({ revision, changes }) => [revision, changes['summary']])).toEqual(expect.arrayContaining([[1, '新的简介']]));
  expect(server.bodies.at(-1)?.changes['summary']).toBe('更新的简介');
  expect([again.store.saveState, kept.entries()]).toEqual(['saved', []]);
});

test('a field that the server refuses says why and holds nothing else up; changing it sends it again', async () => {
  const server = serverWith();
  const { store } = await openStore(server);
  server.answers.push(() => Promise.reject(refused('request_invalid', 400, [{ field: 'changes.requiredMaterials.0.name', message: '申请材料第 1 项的材料名称没有填写。' }])));
  store.change('requiredMaterials', [{ isWaived: false }]);
  store.change('summary', '新的简介');
  await store.save();
  expect(store.problems.get('requiredMaterials')).toBe('申请材料第 1 项的材料名称没有填写。');
  expect(server.bodies.at(-1)?.changes).toEqual({ summary: '新的简介' });
  expect([store.saveState, store.valueOf('requiredMaterials')]).toEqual(['unsaved', [{ isWaived: false }]]);
  store.change('requiredMaterials', [{ name: '户口簿', isWaived: false }]);
  expect(store.problems.size).toBe(0);
  await store.save();
  expect(store.saveState).toBe('saved');
});

test.each([
  ['mine', '我的简介'],
  ['theirs', '对方的简介'],
] as const)('when somebody else changed the same field the writer is asked, and %s is what stays', async (choice, stays) => {
  const server = serverWith();
  const { store } = await openStore(server);
  server.set(aDraft({ summary: '对方的简介', transport: '对方的交通' }, { revision: 2 }));
  server.answers.push(() => Promise.reject(refused('draft_changed_meanwhile', 409, [{ field: 'changes.summary', message: '许文清刚改过“事项简介”。' }])));
  store.change('summary', '我的简介');
  await store.save();
  expect([store.conflicts.get('summary'), store.valueOf('summary'), store.valueOf('transport')]).toEqual(['许文清刚改过“事项简介”。', '我的简介', '对方的交通']);
  store.resolve('summary', choice);
  await store.save();
  expect([store.conflicts.size, store.valueOf('summary'), store.saveState]).toEqual([0, stays, 'saved']);
  if (choice === 'mine') expect(server.bodies.at(-1)).toEqual({ revision: 2, changes: { summary: '我的简介' } });
});

test('what somebody else changed in other fields appears by itself', async () => {
  const server = serverWith();
  const { store } = await openStore(server);
  server.set(aDraft({ summary: '对方的简介' }, { revision: 2, otherEditors: [{ name: '许文清', fields: ['事项简介'], at: '2026-11-24T01:00:00.000Z' }] }));
  await store.refresh();
  expect([store.valueOf('summary'), store.draft?.otherEditors.length, store.replaced.get('summary')]).toEqual(['对方的简介', 1, 1]);
});

test('when the draft can no longer be written, saving stops and the words stay on the device', async () => {
  const server = serverWith();
  const { store, kept } = await openStore(server);
  server.answers.push(() => Promise.reject(refused('step_not_possible', 409)));
  store.change('summary', '新的简介');
  await store.save();
  expect([store.saveState, store.failure?.code, kept.find('d1')?.value.changes]).toEqual(['stopped', 'step_not_possible', { summary: '新的简介' }]);
});

test('handing in saves first, and does not hand in what could not be saved', async () => {
  const server = serverWith();
  const { store } = await openStore(server);
  const steps = new DraftSteps(server.api, store);
  store.change('summary', '新的简介');
  await steps.submit();
  expect([server.bodies.length, server.submitted, store.draft?.status]).toEqual([1, [2], 'submitted']);

  server.set(aDraft());
  await store.load();
  server.answers.push(() => Promise.reject(refused('request_invalid', 400, [{ field: 'changes.summary', message: '最多 5000 个字。' }])));
  store.change('summary', '太长');
  await steps.submit();
  expect([server.submitted, steps.hindrance, steps.isBusy]).toEqual([[2], '有几处没有填对，请先改好。', false]);
});

test('values are what the contract has: nothing for empty text, numbers for digits, lists without empty lines', () => {
  expect([numberOrText(' 12 '), numberOrText(''), numberOrText('十')]).toEqual([12, null, '十']);
  expect(linesOf('身份证丢了\n\n 补身份证 \n身份证丢了')).toEqual(['身份证丢了', '补身份证']);
  expect(withField({ name: '户口簿', note: 'x' }, 'note', null)).toEqual({ name: '户口簿' });
  expect(isSame({ a: 1, b: [{ c: 2, d: undefined }] }, { b: [{ c: 2 }], a: 1 })).toBe(true);
  const field = { field: 'faqs', label: '常见问题', help: '', kind: 'items' as const, isRequired: false };
  expect([listOrNothing([], field), listOrNothing([], { ...field, emptyMeans: '不需要材料' })]).toEqual([null, []]);
});
