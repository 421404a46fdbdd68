import type { GuideImport, ImportRowPage } from '../../../server/contract/guideImports';
import type { StaffDepartment } from '../../../server/contract/staffDepartments';
import type { StaffOffice } from '../../../server/contract/staffOffices';
import { ApiError } from '../../../src/api/ApiError';
import type { DepartmentsApi } from '../../../src/features/staff/departments/departmentsApi';
import { DepartmentsStore } from '../../../src/features/staff/departments/DepartmentsStore';
import type { ImportsApi } from '../../../src/features/staff/imports/importsApi';
import { ImportsStore } from '../../../src/features/staff/imports/ImportsStore';
import { differences, formOf, problemsOf } from '../../../src/features/staff/offices/officeForm';
import type { OfficesApi } from '../../../src/features/staff/offices/officesApi';
import { OfficesStore } from '../../../src/features/staff/offices/OfficesStore';
import type { SearchesApi } from '../../../src/features/staff/searches/searchesApi';
import { SearchesStore } from '../../../src/features/staff/searches/SearchesStore';
import type { SynonymsApi } from '../../../src/features/staff/synonyms/synonymsApi';
import { SynonymsStore, termsOf } from '../../../src/features/staff/synonyms/SynonymsStore';

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));
const unexpected = () => Promise.reject(new Error('not expected'));

const department = (id: string, parentId: string | null, level: number): StaffDepartment => ({
  id,
  name: `部门${id}`,
  parentId,
  level,
  guideCount: 0,
  memberCount: 0,
  allowedActions: ['rename', 'add_below', 'move', 'remove'],
});

describe('departments', () => {
  const tree = [department('1', null, 0), department('2', '1', 1), department('3', '2', 2), department('4', '1', 1)];
  const apiWith = (more: Partial<DepartmentsApi>): DepartmentsApi => ({ list: () => Promise.resolve({ items: tree }), add: unexpected, rename: unexpected, move: unexpected, remove: unexpected, ...more });
  const opened = async (id: string, more: Partial<DepartmentsApi> = {}): Promise<DepartmentsStore> => {
    const store = new DepartmentsStore(apiWith(more));
    await store.load();
    store.toggle(id);
    return store;
  };

  test('one is offered no place below itself, nor where it stands', async () => {
    expect((await opened('2')).possibleParents.map(({ id }) => id)).toEqual(['4']);
    expect((await opened('3')).possibleParents.map(({ id }) => id)).toEqual(['1', '4']);
  });

  test('moving down goes behind the next one, and the last one stays', async () => {
    const moves: unknown[] = [];
    const move: DepartmentsApi['move'] = (id, body) => {
      moves.push([id, body]);
      return Promise.resolve({ items: tree });
    };
    await (await opened('2', { move })).shift(1);
    await (await opened('4', { move })).shift(1);
    await (await opened('4', { move })).shift(-1);
    expect(moves).toEqual([['2', { parentId: '1', beforeId: null }], ['4', { parentId: '1', beforeId: '2' }]]);
  });

  test('a name that is refused stays typed', async () => {
    const store = await opened('2', { rename: () => Promise.reject(new ApiError({ code: 'department_name_taken', message: '', status: 409 })) });
    store.showForm('rename');
    store.typeName('公安局');
    await store.saveName();
    expect([store.form, store.name, store.failure?.code]).toEqual(['rename', '公安局', 'department_name_taken']);
  });
});

describe('offices', () => {
  const office = (more: Partial<StaffOffice> = {}): StaffOffice => ({
    code: 'A',
    name: '大厅',
    address: '地址',
    openingHours: null,
    phone: null,
    transport: null,
    accessibility: null,
    location: null,
    windows: [],
    guideCount: 0,
    revision: 'one',
    allowedActions: ['change', 'remove'],
    ...more,
  });

  test('what must be filled in is asked for, and coordinates only together', () => {
    expect(Object.keys(problemsOf(formOf(null)))).toEqual(['code', 'name', 'address']);
    const form = formOf(office());
    expect(problemsOf({ ...form, fields: { ...form.fields, latitude: '30.12345' } })).toHaveProperty('longitude');
    expect(problemsOf({ ...form, windows: [{ number: 'A01', name: '', floor: '一楼' }] })).toHaveProperty('windows');
  });

  test('after a conflict nothing typed is lost: both are shown, and mine can be saved over theirs', async () => {
    const saved: unknown[] = [];
    let stored = office();
    const api: OfficesApi = {
      list: () => Promise.resolve({ items: [stored], allowedActions: ['add'] }),
      save: (code, body) => {
        saved.push([code, body.revision, body.office.phone]);
        return body.revision === stored.revision ? Promise.resolve(stored) : Promise.reject(new ApiError({ code: 'office_changed', message: '', status: 409 }));
      },
      move: unexpected,
      remove: unexpected,
    };
    const store = new OfficesStore(api);
    await store.load();
    store.toggle('A');
    store.type('phone', '0000-1');
    stored = office({ phone: '0000-2', revision: 'two' });
    await store.save();
    expect([store.form.fields.phone, store.conflict?.phone]).toEqual(['0000-1', '0000-2']);
    expect(differences(store.form, stored)).toEqual([{ label: '电话（选填）', stored: '0000-2' }]);
    store.keepMine();
    await store.save();
    expect(saved).toEqual([['A', 'one', '0000-1'], ['A', 'two', '0000-1']]);
    expect(store.done).toContain('已保存');
  });
});

describe('everyday words', () => {
  const page = { items: [], nextCursor: null, total: { count: 0, label: '0' } };
  test('a phrase from the list of searches comes with terms to choose from', async () => {
    const saved: unknown[] = [];
    const api: SynonymsApi = {
      list: () => Promise.resolve(page),
      save: (phrase, terms) => {
        saved.push([phrase, terms]);
        return Promise.resolve({ phrase, officialTerms: [...terms], builtInTerms: [], kind: 'own', allowedActions: [] });
      },
      remove: unexpected,
      try: () => Promise.resolve({ found: [{ guideId: '1', name: '机动车注册登记', reason: '' }], isNear: true }),
    };
    const store = new SynonymsStore(api);
    await store.startAdding('上绿牌');
    expect(store.proposals).toEqual(['机动车注册登记']);
    store.take('机动车注册登记');
    store.take('机动车注册登记');
    await store.save();
    expect(saved).toEqual([['上绿牌', ['机动车注册登记']]]);
  });

  test('terms are parted as people part them', () => {
    expect(termsOf('出生登记、 户口登记，出生登记;\n')).toEqual(['出生登记', '户口登记']);
  });
});

test('a search that is dealt with leaves the list, and stays when that is refused', async () => {
  let isOffline = true;
  const api: SearchesApi = {
    list: () => Promise.resolve({ items: [{ query: '铲车', times: 1, lastOn: '2026-11-24' }], since: '2026-10-25' }),
    markDealtWith: () => (isOffline ? Promise.reject(new ApiError({ code: 'network_unreachable', message: '' })) : Promise.resolve()),
    reopen: unexpected,
  };
  const store = new SearchesStore(api);
  await store.load();
  await store.turn('铲车');
  expect([store.failure?.code, store.state]).toMatchObject(['network_unreachable', { value: { items: [{ query: '铲车' }] } }]);
  isOffline = false;
  await store.turn('铲车');
  expect(store.state).toMatchObject({ value: { items: [] } });
});

describe('imports', () => {
  const made = (more: Partial<GuideImport> = {}): GuideImport => ({
    id: '00000000-0000-4000-8000-000000000001',
    fileName: '事项.xlsx',
    requestedBy: '许文清',
    isOwn: true,
    requestedAt: '2026-11-24T01:00:00.000Z',
    status: 'previewed',
    preview: 1,
    isRemade: false,
    rowsRead: 2,
    rowWord: '行',
    counts: { added: 1, changed: 0, cancelled: 0, unchanged: 0, refused: 1 },
    unknownHeaders: [],
    notes: [],
    problem: null,
    hasRefusedRows: true,
    decidedBy: null,
    decidedAt: null,
    allowedActions: ['confirm', 'cancel'],
    ...more,
  });
  const rows: ImportRowPage = { items: [], nextCursor: null, total: { count: 0, label: '0' } };
  const apiWith = (more: Partial<ImportsApi>): ImportsApi => ({
    list: () => Promise.resolve({ items: [made()], nextCursor: null, total: { count: 1, label: '1' } }),
    read: () => Promise.resolve(made()),
    rows: () => Promise.resolve(rows),
    upload: unexpected,
    start: unexpected,
    confirm: unexpected,
    submit: unexpected,
    cancel: unexpected,
    saveTemplate: unexpected,
    saveCurrent: unexpected,
    saveRefusedRows: unexpected,
    ...more,
  });

  test('what is confirmed is the preview that was looked at, and whether without the refused rows', async () => {
    const confirmed: unknown[] = [];
    const store = new ImportsStore(apiWith({ confirm: (_, body) => (confirmed.push(body), Promise.resolve(made({ status: 'applied', allowedActions: [] }))) }));
    store.toggle(made());
    store.agreeWithoutRefused();
    await store.confirm();
    expect(confirmed).toEqual([{ preview: 1, withoutRefused: true }]);
    expect(store.open?.status).toBe('applied');
  });

  test('a preview that was made again is fetched, and consent given to the old one is forgotten', async () => {
    const store = new ImportsStore(
      apiWith({ confirm: () => Promise.reject(new ApiError({ code: 'import_preview_outdated', message: '', status: 409 })), read: () => Promise.resolve(made({ preview: 2, isRemade: true })) }),
    );
    store.toggle(made());
    store.agreeWithoutRefused();
    await store.confirm();
    await settled();
    expect([store.open?.preview, store.withoutRefused]).toEqual([2, false]);
    store.leave();
  });

  test('nobody who changes their mind starts an import', async () => {
    const store = new ImportsStore(apiWith({}));
    await store.start(() => Promise.resolve(null));
    expect([store.isBusy, store.failure]).toEqual([false, null]);
  });
});
