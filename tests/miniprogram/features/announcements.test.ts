import type { Announcement, AnnouncementPage, AnnouncementSearchResult } from '../../../server/contract/announcements';
import { AnnouncementListStore } from '../../../src/features/announcements/AnnouncementListStore';
import { AnnouncementStore } from '../../../src/features/announcements/AnnouncementStore';
import { correctionNote, fileKind, validityWarning } from '../../../src/features/announcements/announcementFacts';
import { ownPath } from '../../../src/features/announcements/ownPath';
import { readBlocks, type Block } from '../../../src/features/announcements/textBlocks/blocks';
import { cut } from '../../../src/features/announcements/textBlocks/cut';
import { portionEnds, sizeOf } from '../../../src/features/announcements/textBlocks/portions';
import { tableHtml } from '../../../src/features/announcements/textBlocks/tableHtml';
import { BoundedCache } from '../../../src/platform/BoundedCache';
import { concerningNotices } from '../../../src/stores/concerningNotices';
import { announcementNote } from '../../../src/text/announcementLabels';
import { anAnnouncement, anAnnouncementSummary, longestBodySample, richBody } from '../../support/publicAnnouncementSamples';
import { memoryStorage, now, openApp, refusal } from '../fakeServer';

const textOf = (blocks: readonly Block[]): string => blocks.map((block) => (block.kind === 'text' ? block.leaves.map(({ text }) => text).join('') : block.kind === 'table' ? tableHtml(block, () => '') : '')).join('');

describe('rich text', () => {
  it('becomes a row of blocks with looks, marks of lists, links and pictures', () => {
    const blocks = readBlocks(richBody);
    expect(blocks[0]).toMatchObject({ kind: 'text', tag: 'h2', leaves: [{ text: '一、总则' }] });
    expect(blocks[1]).toMatchObject({
      leaves: [
        { text: '按照', marks: [] },
        { text: '《办法》', marks: ['strong'] },
        { text: '和', marks: [] },
        { text: '有关', marks: ['em'] },
        { text: '规定', marks: ['em', 'u'] },
        { text: '，见', href: null },
        { text: '原文', href: 'https://example.gov.cn/a?x=1&y=2' },
        { text: '。' },
      ],
    });
    expect(blocks.slice(2, 6).map((block) => (block.kind === 'text' ? [block.marker, block.depth, block.leaves[0]?.text] : []))).toEqual([
      ['•', 1, '带身份证'],
      ['1.', 2, '原件'],
      ['2.', 2, '复印件'],
      ['•', 1, '带户口簿'],
    ]);
    expect(blocks[6]).toMatchObject({ isQuote: true, leaves: [{ text: '引用的话' }] });
    expect(blocks.slice(7, 10)).toMatchObject([{ leaves: [{ text: '现场' }] }, { kind: 'picture', hash: 'a'.repeat(64), alt: '窗口照片' }, { leaves: [{ text: '如图' }] }]);
    expect(blocks[10]).toMatchObject({ kind: 'table', head: [{ tag: 'tr' }] });
  });

  it('keeps what is no rich text as words, and brings nothing of it into a table', () => {
    expect(textOf(readBlocks('<script>alert(1)</script><p onclick="x()">5 < 6</p>'))).toBe('<script>alert(1)</script>5 < 6');
    const [table] = readBlocks('<table><tbody><tr><td onclick="x()" colspan="2">&lt;img src=x onerror=alert(1)&gt;</td></tr></tbody></table>');
    expect(table?.kind === 'table' ? tableHtml(table, () => '') : '').toBe('<table class="rich-grid"><tr><td class="rich-td" colspan="2">&lt;img src=x onerror=alert(1)&gt;</td></tr></table>');
  });

  it('of any length comes in portions that hold all of it, in order, and none of which is too much', () => {
    const whole = readBlocks(longestBodySample);
    const pieces = cut(whole);
    expect(textOf(pieces).replaceAll('</table><table class="rich-grid">', '')).toBe(textOf(whole));
    const budgets = { first: 16_000, more: 9_000 };
    const ends = portionEnds(pieces, budgets);
    expect([ends.length > 20, ends.at(-1)]).toEqual([true, pieces.length]);
    for (const [index, end] of ends.entries()) {
      const sent = pieces.slice(ends[index - 1] ?? 0, end).reduce((sum, block) => sum + sizeOf(block), 0);
      expect(sent).toBeLessThanOrEqual(index === 0 ? budgets.first : budgets.more);
    }
  });

  it('is cut between rows, never through cells that reach over several', () => {
    const row = (first: string) => `<tr>${first}<td>${'很长的话'.repeat(120)}</td></tr>`;
    const tall = `<table><tbody>${row('<td rowspan="4">甲</td>')}${row('').repeat(3)}${row('<td>乙</td>').repeat(4)}</tbody></table>`;
    const pieces = cut(readBlocks(tall));
    expect(pieces.map((block) => (block.kind === 'table' ? block.rows.length : 0))[0]).toBeGreaterThanOrEqual(4);
    expect(pieces.length).toBeGreaterThan(1);
  });
});

describe('an announcement', () => {
  const open = (storage = memoryStorage(), answer: Announcement | 'offline' | 'gone' = anAnnouncement()) => {
    const { server, stores } = openApp({ storage });
    server.on('GET /announcements/5', () => (answer === 'offline' ? 'offline' : answer === 'gone' ? { status: 404, body: refusal('announcement_not_found') } : { status: 200, body: answer }));
    const cache = new BoundedCache<Announcement>(storage, 'announcements', 3, () => 111);
    return { server, cache, store: new AnnouncementStore('5', { ...stores, cache }) };
  };

  it('that was read once can be read without a network, with the time at which it was true', async () => {
    const storage = memoryStorage();
    await open(storage).store.load();
    const { store } = open(storage, 'offline');
    await store.load();
    expect([store.state.status, store.state.status === 'ready' ? store.state.savedAt : null, textOf(store.blocks)]).toEqual(['ready', 111, '周一停水。']);
  });

  it('that was withdrawn or is gone is not offered again from the device', async () => {
    for (const answer of [anAnnouncement({ body: '' }, { status: 'withdrawn', withdrawn: { at: '2026-11-21T02:00:00.000Z', reason: '发错了' } }), 'gone'] as const) {
      const storage = memoryStorage();
      await open(storage).store.load();
      await open(storage, answer).store.load();
      const { store } = open(storage, 'offline');
      await store.load();
      expect(store.state.status).toBe('failed');
    }
  });

  it('of enormous length is not kept, so that it pushes nothing else out', async () => {
    const { store, cache } = open(memoryStorage(), anAnnouncement({ body: longestBodySample }));
    await store.load();
    expect([store.state.status, cache.entries()]).toEqual(['ready', []]);
  });

  it('says in words what keeps somebody from relying on it', () => {
    expect(validityWarning(anAnnouncement({}, { validity: 'repealed' }))).toContain('废止');
    expect(validityWarning(anAnnouncement({ expiresOn: '2026-11-01' }, { validity: 'expired' }))).toContain('2026年11月1日');
    expect(validityWarning(anAnnouncement({}, { validity: 'in_force' }))).toBeNull();
    const changes = [
      { version: 3, publishedAt: '2026-11-03T02:00:00.000Z', reason: '施工推迟' },
      { version: 2, publishedAt: '2026-11-02T02:00:00.000Z', reason: '日期写错' },
      { version: 1, publishedAt: '2026-11-01T02:00:00.000Z', reason: null },
    ];
    expect(correctionNote(anAnnouncement({}, { changes }), now)).toBe('已更正 2 次，最近一次 11月3日（周二）：施工推迟');
    expect(correctionNote(anAnnouncement(), now)).toBeNull();
    expect(announcementNote(anAnnouncementSummary({ status: 'withdrawn', validity: 'repealed', correctedAt: '2026-11-21T00:00:00Z' }), now)).toBe('已撤回 · 已废止 · 通知公告 · 云岫县人民政府办公室 · 11月20日 · 更正过');
    expect([fileKind({ name: '名单.XLSX' }), fileKind({ name: '通知.pdf' }), fileKind({ name: '无后缀' })]).toEqual(['表格', 'PDF 文档', '文件']);
  });

  it('knows links to our own pages from those that lead elsewhere', () => {
    const own = 'https://zwfw.example.gov.cn/api/v1/announcements/5/files/';
    expect(ownPath('https://zwfw.example.gov.cn/features/offices/pages/detail/index?officeCode=YX#top', own)).toBe('/features/offices/pages/detail/index?officeCode=YX');
    expect(ownPath('https://zwfw.example.gov.cn.bad.example/features/x', own)).toBeNull();
    expect(ownPath('https://zwfw.example.gov.cn/docs', own)).toBeNull();
    expect(ownPath('tel:12345', own)).toBeNull();
  });
});

describe('the list', () => {
  const page = (title: string): AnnouncementPage => ({ items: [anAnnouncementSummary({ title })], nextCursor: null, total: { count: 1, label: '1' } });
  const open = (initial = {}) => {
    const { server, stores } = openApp();
    const filters = { years: [{ year: 2026, count: 1 }], departments: [], topics: [] };
    server.on('GET /announcements/filters', () => ({ status: 200, body: filters }));
    server.on('GET /announcements', ({ url }) => ({ status: 200, body: page(decodeURIComponent(url.split('?')[1] ?? '')) }));
    const found: AnnouncementSearchResult = { items: [{ announcement: anAnnouncementSummary({ title: '找到的' }), reason: '标题中有“停水”' }], total: 1, nextOffset: null, understoodAs: null, isNear: false };
    server.on('GET /announcements/search', () => ({ status: 200, body: found }));
    const cache = new BoundedCache<AnnouncementPage>(memoryStorage(), 'announcement-lists', 3, () => 0);
    return { server, store: new AnnouncementListStore({ announcementsApi: stores.announcementsApi, cache }, initial), filters };
  };
  const shown = ({ list }: AnnouncementListStore) => (list.state.status === 'ready' ? list.state.value.items.map(({ announcement }) => announcement.title) : []);

  it('is narrowed by what was chosen, each on top of the other, and says what there is to choose from', async () => {
    const { store, filters } = open();
    await store.load();
    expect([shown(store), store.filters]).toEqual([['limit=20'], filters]);
    await store.choose({ kind: 'policy_document' });
    await store.choose({ year: 2026 });
    expect(shown(store)).toEqual(['limit=20&kind=policy_document&year=2026']);
    expect(store.isNarrowed).toBe(true);
    await store.choose({ kind: null, year: null, archived: true });
    expect(shown(store)).toEqual(['limit=20&archived=true']);
  });

  it('gives way to what is searched for, and comes back with an empty question', async () => {
    const { store } = open({ query: ' 停水 ' });
    await store.load();
    expect([store.asked, shown(store)]).toEqual(['停水', ['找到的']]);
    await store.search('');
    expect([store.asked, shown(store)]).toEqual([null, ['limit=20']]);
  });

  it('can still be read when the choices cannot be had', async () => {
    const { server, store } = open();
    server.on('GET /announcements/filters', () => 'offline');
    await store.load();
    expect([shown(store), store.filters]).toEqual([['limit=20'], null]);
  });
});

it('notices add to a page and never keep it from opening', async () => {
  const { server, stores } = openApp();
  server.on('GET /announcements', () => 'offline');
  expect(await concerningNotices(stores.announcementsApi, { guideId: '7' })).toEqual([]);
});
