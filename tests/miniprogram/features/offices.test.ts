import type { OfficeDetail } from '../../../server/contract/offices';
import { OfficeStore } from '../../../src/features/offices/OfficeStore';
import { floorsOf, numbersLabel } from '../../../src/features/offices/windows';
import { BoundedCache } from '../../../src/platform/BoundedCache';
import { memoryStorage, openApp, refusal } from '../fakeServer';

const office: OfficeDetail = {
  code: 'YX-ZX',
  name: '云岫县政务服务中心',
  address: '示范路 1 号',
  openingHours: null,
  phone: null,
  transport: null,
  accessibility: null,
  location: null,
  windows: [],
  guideCount: 3,
};

const openOffice = (storage = memoryStorage(), time = 1) => {
  const { server, stores } = openApp({ storage });
  server.on('GET /offices/YX-ZX', () => ({ status: 200, body: office }));
  return { server, store: new OfficeStore('YX-ZX', { ...stores, cache: new BoundedCache<OfficeDetail>(storage, 'offices', 6, () => time) }) };
};

describe('an office', () => {
  it('is shown as it was last, with its time, without a network', async () => {
    const storage = memoryStorage();
    await openOffice(storage, 111).store.load();
    const { server, store } = openOffice(storage, 222);
    server.on('GET /offices/YX-ZX', () => 'offline');
    await store.load();
    expect(store.state).toMatchObject({ status: 'ready', savedAt: 111, value: { name: '云岫县政务服务中心' } });
  });

  it('that was closed is not offered again from the device', async () => {
    const storage = memoryStorage();
    await openOffice(storage).store.load();
    const { server, store } = openOffice(storage);
    server.on('GET /offices/YX-ZX', () => ({ status: 404, body: refusal('office_not_found') }));
    await store.load();
    expect(store.state).toMatchObject({ status: 'failed', error: { code: 'office_not_found' } });
    server.on('GET /offices/YX-ZX', () => 'offline');
    await store.load();
    expect(store.state).toMatchObject({ status: 'failed', error: { code: 'network_unreachable' } });
  });
});

describe('windows', () => {
  it.each([
    [['A01', 'A02', 'A03', 'A04'], 'A01 至 A04'],
    [['A01', 'A02'], 'A01、A02'],
    [['1', '2', '3', '5'], '1 至 3、5'],
    [['A03', 'B04', 'B05', 'B06'], 'A03、B04 至 B06'],
    [['东侧', '西侧'], '东侧、西侧'],
    [[], ''],
  ])('%j are written %s', (numbers, label) => {
    expect(numbersLabel(numbers)).toBe(label);
  });

  it('stand by floor and by what they do, in the order of the office', () => {
    const window = (number: string, name: string, floor: string) => ({ number, name, floor });
    expect(floorsOf([window('B01', '社保', '二楼'), window('A01', '户政', '一楼'), window('A09', '出入境', '一楼'), window('A02', '户政', '一楼')])).toEqual([
      { name: '二楼', windowCount: 1, groups: [{ name: '社保', numbers: 'B01' }] },
      { name: '一楼', windowCount: 3, groups: [{ name: '户政', numbers: 'A01、A02' }, { name: '出入境', numbers: 'A09' }] },
    ]);
  });
});
