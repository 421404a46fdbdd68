import { draftOf, refused, world } from './announcementWorld';

test('only what changed is saved, once typing rests, and emptied fields are named', async () => {
  const w = world();
  w.server.draft = draftOf({ content: { ...draftOf().content, summary: '旧', keywords: ['水'] } });
  const store = await w.open();
  store.edit('title', '停水');
  store.edit('title', '停水公告');
  store.edit('summary', '');
  store.edit('keywords', null);
  expect([store.saveState, w.server.saved, w.waits()]).toEqual(['waiting', [], [1500]]);
  await w.pass();
  expect(w.server.saved).toEqual([{ revision: 1, changes: { title: '停水公告' }, removed: ['summary', 'keywords'] }]);
  expect([store.saveState, store.savedAt, store.hasUnsaved, store.values.title]).toEqual(['saved', 1_795_510_000_000, false, '停水公告']);
});

test('what is typed while a save is under way is saved after it, also when it goes back to the old words', async () => {
  const w = world();
  const store = await w.open();
  store.edit('title', '停水公告');
  const saving = store.save();
  store.edit('title', '停水通知');
  store.edit('body', '<p>二</p>');
  await saving;
  expect([store.values.title, store.values.body, store.saveState]).toEqual(['停水通知', '<p>二</p>', 'waiting']);
  await w.pass();
  expect(w.server.draft.content).toMatchObject({ title: '停水通知', body: '<p>二</p>' });
});

test('an edit that is undone is none', async () => {
  const w = world();
  const store = await w.open();
  store.edit('title', '停水公告');
  store.edit('title', '停水通知');
  expect([store.saveState, w.waits()]).toEqual(['saved', []]);
});

test('without a network everything typed stays on the device and is tried again until it is saved', async () => {
  const w = world();
  const store = await w.open();
  w.server.refusal = refused('network_unreachable', null);
  store.edit('title', '停水公告');
  await w.pass();
  expect([store.saveState, store.failure, w.waits()]).toEqual(['kept', null, [10_000]]);
  await w.pass();
  w.server.refusal = null;
  await w.pass();
  expect([store.saveState, w.server.draft.content.title]).toEqual(['saved', '停水公告']);
  expect((await w.open()).restorable).toBeNull();
});

test('a page that was closed before saving offers what was typed, and goes on with it', async () => {
  const w = world();
  w.server.refusal = null;
  const closed = await w.open();
  closed.edit('body', '<p>一</p><p>二</p>');
  const reopened = await w.open();
  expect(reopened.restorable?.changes).toEqual({ body: '<p>一</p><p>二</p>' });
  expect(reopened.values.body).toBe('<p>一</p>');
  reopened.restore();
  await w.pass();
  expect(w.server.draft.content.body).toBe('<p>一</p><p>二</p>');
  expect((await w.open()).restorable).toBeNull();
});

test('what was kept can be thrown away, and is not offered when the server has it after all', async () => {
  const w = world();
  (await w.open()).edit('title', '停水公告');
  const second = await w.open();
  second.forgetCopy();
  expect((await w.open()).restorable).toBeNull();
  (await w.open()).edit('title', '停水公告');
  w.somebodyElseSaves({ title: '停水公告' });
  expect((await w.open()).restorable).toBeNull();
});

test('a session that ended keeps what was typed and says so', async () => {
  const w = world();
  const store = await w.open();
  w.server.refusal = refused('session_expired', 401);
  store.edit('title', '停水公告');
  await w.pass();
  expect([store.saveState, store.values.title]).toEqual(['signed_out', '停水公告']);
  w.server.refusal = null;
  expect((await w.open()).restorable?.changes).toEqual({ title: '停水公告' });
});

test('fields that only somebody else changed are taken over, fields that only the writer changed are saved', async () => {
  const w = world();
  const store = await w.open();
  w.somebodyElseSaves({ summary: '明天停水' });
  store.edit('title', '停水公告');
  await w.pass();
  await w.pass();
  expect(w.server.draft.content).toMatchObject({ title: '停水公告', summary: '明天停水' });
  expect([store.clashes, store.saveState, store.values.summary]).toEqual([[], 'saved', '明天停水']);
  expect(store.changedBy).toMatchObject({ name: '许文清', fields: ['summary'] });
});

test('a field that both changed is asked about, and nothing is saved before the answer', async () => {
  const w = world();
  const store = await w.open();
  w.somebodyElseSaves({ title: '紧急停水', summary: '他的' });
  store.edit('title', '停水公告');
  store.edit('summary', '我的');
  await w.pass();
  expect(store.clashes).toEqual([
    { field: 'title', mine: '停水公告', theirs: '紧急停水' },
    { field: 'summary', mine: '我的', theirs: '他的' },
  ]);
  await store.save();
  expect(w.server.saved).toEqual([]);
  store.keepMine('title');
  store.takeTheirs('summary');
  await w.pass();
  expect(w.server.draft.content).toMatchObject({ title: '停水公告', summary: '他的' });
  expect([store.clashes, store.changedBy, store.saveState]).toEqual([[], null, 'saved']);
});

test('unanswered questions survive a reload', async () => {
  const w = world();
  const store = await w.open();
  w.somebodyElseSaves({ title: '紧急停水' });
  store.edit('title', '停水公告');
  await w.pass();
  const reopened = await w.open();
  reopened.restore();
  await w.pass();
  expect(reopened.values.title).toBe('停水公告');
});

test('submitting saves first and names the revision that was seen', async () => {
  const w = world();
  const store = await w.open();
  store.edit('title', '停水公告');
  expect(await store.takeStep('submit')).toBe(true);
  expect(w.server.saved).toHaveLength(1);
  expect(w.server.steps).toEqual([['submit', { revision: 2 }]]);
  expect([store.draft?.status, store.mayEdit, store.isStepping]).toEqual(['submitted', false, false]);
});

test('nothing is submitted that could not be saved', async () => {
  const w = world();
  const store = await w.open();
  store.edit('title', '停水公告');
  w.server.refusal = refused('network_unreachable', null);
  expect(await store.takeStep('submit')).toBe(false);
  expect([w.server.steps, store.saveState, store.values.title]).toEqual([[], 'kept', '停水公告']);
});

test('a refused step says why and leaves the draft as it was', async () => {
  const w = world();
  const store = await w.open();
  w.server.refusal = refused('announcement_has_faults', 422);
  expect(await store.takeStep('submit')).toBe(false);
  expect([store.failure?.code, store.draft?.status]).toEqual(['announcement_has_faults', 'draft']);
});

test('what the server took although its answer was lost is nobody else’s change, in this visit and in the next', async () => {
  const w = world();
  const store = await w.open();
  const loseAnswer = (title: string) => {
    store.edit('title', title);
    w.server.refusal = refused('request_timed_out', null);
  };
  loseAnswer('停水公告');
  await w.pass();
  w.somebodyElseSaves({ title: '停水公告' });
  loseAnswer('停水公告（二）');
  await w.pass();
  w.server.refusal = null;

  const reopened = await w.open();
  reopened.restore();
  expect(reopened.clashes).toEqual([]);

  await w.pass();
  await w.pass();
  expect([store.clashes, w.server.draft.content.title]).toEqual([[], '停水公告（二）']);
});

test('going back to the old words after an unheard save is a change', async () => {
  const w = world();
  const store = await w.open();
  store.edit('title', '停水公告');
  w.server.refusal = refused('request_timed_out', null);
  await w.pass();
  w.somebodyElseSaves({ title: '停水公告' });
  store.edit('title', '停水通知');
  w.server.refusal = null;
  await w.pass();
  await w.pass();
  expect([store.clashes, w.server.draft.content.title]).toEqual([[], '停水通知']);
});

test('an answer that was overtaken by that of a save does not bring back the older draft', async () => {
  const w = world();
  const store = await w.open();
  const older = w.server.draft;
  store.edit('title', '停水公告');
  await w.pass();
  w.server.draft = older;
  await store.load();
  expect([store.values.title, store.draft?.revision]).toEqual(['停水公告', 2]);
});
