import type { ReadDocument } from '../../../server/contract/announcementDrafts';
import { ApiError } from '../../../src/api/ApiError';
import { announcementsApi } from '../../../src/features/staff/announcements/announcementsApi';
import { AnnouncementsStore } from '../../../src/features/staff/announcements/AnnouncementsStore';
import { AnnouncementStore } from '../../../src/features/staff/announcements/AnnouncementStore';
import { BodyNamesStore } from '../../../src/features/staff/announcements/BodyNamesStore';
import { DraftDesk } from '../../../src/features/staff/announcements/DraftDesk';
import { valueWords } from '../../../src/features/staff/announcements/fieldLabels';
import { NewDraftStore } from '../../../src/features/staff/announcements/NewDraftStore';
import { BesideFirstPage } from '../../../src/features/staff/BesideFirstPage';
import { PickStore } from '../../../src/features/staff/announcements/PickStore';
import { publishTimeWarning, publishTimeWords, toInstant } from '../../../src/features/staff/announcements/publishTime';
import { saveWords } from '../../../src/features/staff/announcements/saveWords';
import { draftOf, world } from './announcementWorld';

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));
const hash = (digit: string) => digit.repeat(64);
const chosen = (name: string) => ({ name, byteSize: 3, read: () => Promise.resolve(new ArrayBuffer(3)) });

const readDocument: ReadDocument = { body: '<p>通告正文</p>', guessed: { title: '关于搬迁的通告', issuingBody: '云岫县公安局', documentNumber: null, writtenOn: '2026-11-03' }, warnings: [] };

async function deskWith(files: string[], refusal: ApiError | null = null) {
  const w = world();
  const store = await w.open();
  const sent: string[] = [];
  const desk = new DraftDesk(store, {
    api: { readDocument: () => Promise.resolve(readDocument), cleanPastedHtml: (html) => Promise.resolve({ html: html.replace('<script>x</script>', ''), removed: ['脚本和样式代码'] }) },
    upload: (purpose, file) => {
      if (refusal !== null) return Promise.reject(refusal);
      sent.push(`${purpose} ${file.name}`);
      return Promise.resolve({ hash: hash(String(sent.length)), name: file.name, mediaType: 'application/pdf', byteSize: file.byteSize });
    },
    choose: () => Promise.resolve(files.map(chosen)),
    pictures: { urlOf: (picture) => Promise.resolve(picture) },
  });
  return { w, store, desk, sent };
}

test('attachments are sent, named, put in order and taken out, and saved with the draft', async () => {
  const { w, store, desk, sent } = await deskWith(['附件一.pdf', '附件二.pdf']);
  await desk.addAttachments();
  expect(sent).toEqual(['attachment 附件一.pdf', 'attachment 附件二.pdf']);
  desk.moveAttachment(hash('2'), -1);
  desk.renameAttachment(hash('1'), '样表.pdf');
  expect(store.values.attachments?.map(({ name }) => name)).toEqual(['附件二.pdf', '样表.pdf']);
  await w.pass();
  expect(w.server.draft.content.attachments).toHaveLength(2);
  desk.removeAttachment(hash('1'));
  desk.removeAttachment(hash('2'));
  await w.pass();
  expect(w.server.draft.content.attachments).toBeUndefined();
});

test('a refused file says which one and why, and the draft stays as it was', async () => {
  const { store, desk } = await deskWith(['大.zip'], new ApiError({ code: 'file_type_refused', message: '只能用 pdf 文件。', status: 422 }));
  await desk.addAttachments();
  expect([desk.fileFailure?.name, desk.fileFailure?.error.code, desk.sending, store.hasUnsaved]).toEqual(['大.zip', 'file_type_refused', null, false]);
});

test('a document that was read waits for a yes, and its guesses only fill what is empty', async () => {
  const { store, desk } = await deskWith(['通告.docx']);
  await desk.chooseDocument();
  expect([desk.imported, store.hasUnsaved]).toEqual([readDocument, false]);
  desk.acceptImport();
  expect(store.values).toMatchObject({ title: '停水通知', issuingBody: '云岫县公安局', writtenOn: '2026-11-03', body: '<p>通告正文</p>' });
  expect([desk.imported, store.bodyEdition]).toEqual([null, 1]);
});

test('a document that is not wanted changes nothing', async () => {
  const { store, desk } = await deskWith(['通告.docx']);
  await desk.chooseDocument();
  desk.refuseImport();
  expect([desk.imported, store.hasUnsaved]).toEqual([null, false]);
});

test('pasted markup is cleaned, and what was taken out is told', async () => {
  const { desk } = await deskWith([]);
  expect(await desk.cleanPaste('<p>一</p><script>x</script>')).toBe('<p>一</p>');
  expect(desk.pasteNotes).toEqual(['脚本和样式代码']);
});

test('a new draft is begun once, however often the answer is lost', async () => {
  const ids: string[] = [];
  let isOffline = true;
  const store = new NewDraftStore({
    startDraft: (id) => {
      ids.push(id);
      return isOffline ? Promise.reject(new ApiError({ code: 'network_unreachable', message: '' })) : Promise.resolve(draftOf());
    },
  });
  store.offer([
    { role: 'editor', department: { id: '1', name: '云岫县公安局' } },
    { role: 'approver', department: { id: '2', name: '云岫县民政局' } },
  ]);
  expect([store.departmentId, await store.start(), store.isIncomplete]).toEqual(['1', null, true]);
  store.chooseKind('notice');
  expect(await store.start()).toBeNull();
  isOffline = false;
  const id = await store.start();
  expect(ids).toEqual([id, id]);
});

test('the list shows drafts or what is published, with the filters that are set', async () => {
  const asked: unknown[] = [];
  const empty = { items: [], nextCursor: null, total: { count: 0, label: '0' } };
  const store = new AnnouncementsStore({
    listDrafts: (query) => {
      asked.push(query);
      return Promise.resolve(empty);
    },
    listAnnouncements: (query) => {
      asked.push(query);
      return Promise.resolve(empty);
    },
  }, new BesideFirstPage(() => Promise.resolve(null), () => undefined));
  store.load();
  store.show('to_approve');
  store.show('published');
  store.typeTitle(' 停水 ');
  store.filter({ kind: 'notice', status: 'withdrawn' });
  await settled();
  expect(asked).toEqual([
    { show: 'mine', cursor: undefined },
    { show: 'to_approve', cursor: undefined },
    { status: undefined, kind: undefined, title: undefined, cursor: undefined },
    { status: 'withdrawn', kind: 'notice', title: '停水', cursor: undefined },
  ]);
});

test('a correction begun twice is one draft, and a refusal says why', async () => {
  const begun: unknown[] = [];
  let refusal: ApiError | null = new ApiError({ code: 'correction_open', message: '', status: 409 });
  const store = new AnnouncementStore('7', {
    readAnnouncement: () => Promise.reject(new ApiError({ code: 'network_unreachable', message: '' })),
    startCorrection: (id, draftId, reason) => {
      begun.push([id, draftId, reason]);
      return refusal === null ? Promise.resolve(draftOf({ id: draftId })) : Promise.reject(refusal);
    },
    takeAnnouncementStep: () => Promise.reject(new Error('not expected')),
  });
  expect([await store.correct('电话有误'), store.failure?.code]).toEqual([null, 'correction_open']);
  refusal = null;
  const id = await store.correct('电话有误');
  expect(begun).toEqual([
    ['7', id, '电话有误'],
    ['7', id, '电话有误'],
  ]);
});

test('a name of a body is not saved half, and keeps what was typed when it is refused', async () => {
  const saved: unknown[] = [];
  const store = new BodyNamesStore({
    listBodyNames: () => Promise.resolve({ items: [], mayEdit: true }),
    saveBodyName: (_id, body) => {
      saved.push(body);
      return Promise.reject(new ApiError({ code: 'body_name_exists', message: '', status: 409 }));
    },
    removeBodyName: () => Promise.resolve(),
  });
  await store.load();
  store.edit(null);
  store.typeWrong('卫生计生委');
  await store.save();
  expect([store.isIncomplete, saved]).toEqual([true, []]);
  store.typeRight(' 卫生健康委员会 ');
  await store.save();
  expect([saved, store.failure?.code, store.wrong, store.editedId === null]).toEqual([[{ wrong: '卫生计生委', right: '卫生健康委员会' }], 'body_name_exists', '卫生计生委', false]);
});

test('a late answer to an earlier search does not take the place of a newer one', async () => {
  const answers: ((found: { id: string; name: string }[]) => void)[] = [];
  const store = new PickStore({ search: () => new Promise((resolve) => answers.push(resolve)), nameOf: () => Promise.resolve(null) });
  void store.search();
  void store.search();
  answers[1]?.([{ id: '2', name: '新' }]);
  answers[0]?.([{ id: '1', name: '旧' }]);
  await settled();
  expect(store.found).toEqual([{ id: '2', name: '新' }]);
});

test('times of publication are Shanghai’s, said in words, and odd ones are warned of', () => {
  const instant = toInstant('2026-12-01', '09:00');
  expect(instant).toBe('2026-12-01T01:00:00.000Z');
  expect(publishTimeWords(instant)).toBe('2026年12月1日 周二 上午 9:00（北京时间）');
  const now = Date.parse('2026-11-24T01:00:00.000Z');
  expect(publishTimeWarning(instant, now)).toBeNull();
  expect(publishTimeWarning(toInstant('2026-11-29', '10:00'), now)).toMatch(/^这天是周日/);
  expect(publishTimeWarning(toInstant('2026-12-01', '22:30'), now)).toMatch(/不在上班时间/);
  expect(publishTimeWarning(toInstant('2026-11-20', '10:00'), now)).toMatch(/已经过了/);
});

test('it is said in words whether what was typed is safe', () => {
  const at = Date.parse('2026-11-24T02:32:00.000Z');
  expect(saveWords({ saveState: 'saved', savedAt: at, isOnDevice: true })).toBe('已保存 10:32');
  expect(saveWords({ saveState: 'kept', savedAt: at, isOnDevice: true })).toBe('没有连上服务器，已存在这台设备上');
  expect(saveWords({ saveState: 'kept', savedAt: at, isOnDevice: false })).toMatch(/请不要关闭页面/);
  expect(valueWords('body', '<h2>一</h2><p>二</p>')).toBe('一 二');
  expect(valueWords('keywords', null)).toBe('（空）');
});

test('every call goes to an address of its own', () => {
  const paths: string[] = [];
  const api = announcementsApi({ request: ({ path }: { path: string }) => Promise.resolve(void paths.push(path)) } as never);
  void api.readDraft('a/b');
  void api.takeDraftStep('d', 'submit', { revision: 1 });
  void api.takeAnnouncementStep('7', 'withdraw', { reason: '有误' });
  expect(paths).toEqual(['/staff/announcement-drafts/a%2Fb', '/staff/announcement-drafts/d/steps/submit', '/staff/announcements/7/steps/withdraw']);
});
