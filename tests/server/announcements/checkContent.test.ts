import fc from 'fast-check';
import { problemOf } from '../../../server/announcements/checks/attachmentProblems';
import { checkContent, type Facts } from '../../../server/announcements/checks/checkContent';
import { findPersonalNumbers, isBankCard, isIdNumber } from '../../../server/announcements/checks/personalNumbers';
import { wrongNamePlaces } from '../../../server/announcements/checks/wordingRules';
import type { AnnouncementContent } from '../../../server/contract/announcementContent';
import { pdf, png, workbook } from '../files/fileSamples';

const none: ReadonlySet<string> = new Set();
const facts: Facts = {
  today: '2026-11-23',
  ownHost: 'zwfw.example.gov.cn',
  bodyNames: [{ wrong: '卫生计生委', right: '卫生健康委' }, { wrong: '税务局', right: '国家税务总局云岫县税务局' }],
  guides: new Set(['7']),
  offices: new Set(['MAIN']),
  topics: new Set(['np.birth']),
  announcements: new Set(['3', '4']),
  policyDocuments: new Set(['3']),
  isIndexNumberTaken: false,
  attachments: new Map(),
};
const sound: AnnouncementContent = { kind: 'notice', title: '关于户籍窗口调整办公时间的通知', body: '<p>户籍窗口自12月1日起，上午8:30开始办理业务。</p>' };
const rules = (content: Partial<AnnouncementContent>, given: Partial<Facts> = {}): string[] => checkContent({ ...sound, ...content }, { ...facts, ...given }).map(({ rule, severity }) => `${severity} ${rule}`);
const withBody = (body: string): string[] => rules({ body });

test('a sound notice has no findings', () => {
  expect(rules({})).toEqual([]);
});

test.each<[string, Partial<AnnouncementContent>, string[]]>([
  ['a title', { title: ' ' }, ['fault title_missing']],
  ['a body', { body: '' }, ['fault body_missing']],
  ['what a policy document must have', { kind: 'policy_document' }, ['fault document_number_missing', 'fault issuing_body_missing', 'fault written_on_missing', 'fault validity_missing']],
  ['what is explained', { kind: 'policy_explained' }, ['fault explained_missing']],
  ['the service it is about', { kind: 'service_notice' }, ['fault service_missing']],
  ['the end of an urgent notice', { kind: 'urgent_notice' }, ['fault shown_until_missing']],
])('%s is missed', (_what, content, expected) => {
  expect(rules(content)).toEqual(expected);
});

test('a service notice is content with a guide or an office', () => {
  expect(rules({ kind: 'service_notice', guideIds: ['7'] })).toEqual([]);
  expect(rules({ kind: 'service_notice', officeCodes: ['MAIN'] })).toEqual([]);
});

test('what is referred to must exist and be public', () => {
  expect(rules({ guideIds: ['8'], officeCodes: ['X'], topics: ['np.none'], explainedIds: ['4'] })).toEqual(['fault guide_unknown', 'fault office_unknown', 'fault topic_unknown', 'fault explained_unknown']);
  expect(rules({ indexNumber: '云岫公安-2026-0001' }, { isIndexNumberTaken: true })).toEqual(['fault index_number_taken']);
});

test.each<[string, Partial<AnnouncementContent>, string[]]>([
  ['an end before the beginning', { effectiveOn: '2026-12-01', expiresOn: '2026-11-30' }, ['fault expires_before_effective']],
  ['in force after its end', { validity: 'in_force', expiresOn: '2026-11-22' }, ['fault validity_contradicts_expiry']],
  ['repealed by nobody knows what', { validity: 'repealed' }, ['fault repealed_without_document']],
  ['no end at all', { body: '<p>本通知长期有效。</p>' }, ['advice validity_vague']],
  ['shown until before it is shown', { shownFrom: '2026-12-02', shownUntil: '2026-12-01' }, ['fault shown_until_before_from']],
  ['a day of writing to come', { writtenOn: '2026-11-24' }, ['advice written_in_future']],
])('%s is seen', (_what, content, expected) => {
  expect(rules(content)).toEqual(expected);
});

test('a repealed text that says by what is fine', () => {
  expect(rules({ validity: 'repealed', body: '<p>本文件已被《云岫县户籍管理办法》（云政发〔2026〕12号）废止。</p>' })).toEqual([]);
});

describe('numbers of people', () => {
  test.each([
    ['身份证号 110101199003074610', ['id_number 1101****4610']],
    ['身份证号 11010119900307461X', []],
    ['证号 110101 19900307 4610 已登记', ['id_number 1101****4610']],
    ['１１０１０１１９９００３０７４６１０', ['id_number 1101****4610']],
    ['卡号 6222020200112233447', []],
    ['王某 13900000001', ['mobile_number 139****0001']],
    ['王某 139 0000 0001', ['mobile_number 139****0001']],
    ['联系电话：13900000001', []],
    ['联系人电话：王某 13900000001，李某 13900000002', ['mobile_number 139****0001', 'mobile_number 139****0002']],
    ['电话 0571-86000000，热线 12345', []],
    ['身份证号 1101**********4610', []],
  ])('%s', (line, expected) => {
    expect(findPersonalNumbers(line).map(({ kind, masked }) => `${kind} ${masked}`)).toEqual(expected);
  });

  test('a card is known by its beginning and its last digit', () => {
    const digits = '622202020011223344';
    const complete = [...'0123456789'].map((last) => digits + last).filter(isBankCard);
    expect(complete).toHaveLength(1);
    expect(findPersonalNumbers(`卡号 ${complete[0] ?? ''}`)).toMatchObject([{ kind: 'bank_card' }]);
    expect(isBankCard('1234567890123452')).toBe(false);
  });

  test('every number with a right last character is found wherever it stands, and its middle never comes back', () => {
    const idNumber = fc.tuple(fc.integer({ min: 110000, max: 659999 }), fc.date({ min: new Date('1930-01-01'), max: new Date('2020-12-31'), noInvalidDate: true }), fc.integer({ min: 0, max: 999 })).map(([area, born, serial]) => {
      const start = `${area}${born.toISOString().slice(0, 10).replaceAll('-', '')}${String(serial).padStart(3, '0')}`;
      return [...'0123456789X'].map((last) => start + last).find(isIdNumber) ?? '';
    });
    fc.assert(
      fc.property(idNumber, fc.constantFrom('', '身份证', '（', '：'), fc.constantFrom('', '，', '）'), (number, before, after) => {
        const [finding] = checkContent({ ...sound, body: `<p>${before}${number}${after}</p>` }, facts);
        expect(finding).toMatchObject({ rule: 'id_number', severity: 'fault', field: 'body' });
        expect(JSON.stringify(finding)).not.toContain(number.slice(4, 14));
      }),
      { numRuns: 100 },
    );
  });

  test('they are looked for in every field that people read', () => {
    expect(rules({ title: '110101199003074610', summary: '13900000001', keywords: ['13900000001'], attachments: [{ hash: '0'.repeat(64), name: '名单13900000001.pdf', mediaType: 'application/pdf', byteSize: 1 }] })).toEqual([
      'fault id_number',
      'fault mobile_number',
      'fault mobile_number',
      'fault mobile_number',
    ]);
  });
});

test('an old name of a body is found, except in a title, after 原 and within its new name', () => {
  const name = { wrong: '卫生计生委', right: '卫生健康委' };
  expect(wrongNamePlaces('请到县卫生计生委办理，卫生计生委负责', name)).toEqual([3, 11]);
  expect(wrongNamePlaces('原卫生计生委、原县卫生计生委的《卫生计生委公告》', name)).toEqual([]);
  expect(wrongNamePlaces('国家税务总局云岫县税务局', { wrong: '税务局', right: '国家税务总局云岫县税务局' })).toEqual([]);
  expect(withBody('<p>请到县卫生计生委办理。</p>')).toEqual(['fault body_name_wrong']);
});

test('links to pages that are not there, to machines within an office and without a name are found; nothing is fetched', () => {
  const guide = (id: string): string => `<p><a href="https://zwfw.example.gov.cn/features/service-guides/pages/detail/index?guideId=${id}">身份证补领指南</a></p>`;
  expect(withBody(guide('7'))).toEqual([]);
  expect(withBody(guide('8'))).toEqual(['fault link_broken']);
  expect(withBody('<p><a href="https://zwfw.example.gov.cn/features/announcements/pages/detail/index?announcementId=9">通知</a></p>')).toEqual(['fault link_broken']);
  expect(withBody('<p><a href="https://192.168.1.5/x">内部系统</a></p>')).toEqual(['fault link_malformed']);
  expect(withBody('<p><a href="https://oa/x">内部系统</a></p>')).toEqual(['fault link_malformed']);
  expect(withBody('<p><a href="https://www.example.gov.cn/">点击这里</a></p>')).toEqual(['advice link_unclear']);
});

test('what is hard to read on a phone or without seeing is advised against', () => {
  const picture = `<img src="file:${'a'.repeat(64)}" alt="">`;
  expect(withBody(`<p>${picture}</p>`)).toEqual(['advice picture_undescribed', 'advice only_picture']);
  expect(withBody(`<table><tbody><tr>${'<td>列</td>'.repeat(5)}</tr></tbody></table>`)).toEqual(['advice table_wide']);
  expect(rules({ title: '关'.repeat(41) })).toEqual(['advice title_long']);
  expect(rules({ title: '关'.repeat(40) })).toEqual([]);
});

test('attachments that cannot be opened are told apart', async () => {
  expect(await problemOf(pdf, 'application/pdf')).toBeUndefined();
  expect(await problemOf(pdf.subarray(0, 60), 'application/pdf')).toBe('damaged');
  expect(await problemOf(Buffer.from('%PDF-1.4\ntrailer << /Encrypt 5 0 R >>\nstartxref\n9\n%%EOF'), 'application/pdf')).toBe('encrypted');
  const book = await workbook();
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  expect(await problemOf(book, type)).toBeUndefined();
  expect(await problemOf(book.subarray(0, book.length / 2), type)).toBe('damaged');
  expect(await problemOf(Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]), 'application/x-cfb')).toBe('encrypted');
  expect(await problemOf(png, 'image/png')).toBeUndefined();
  expect(await problemOf(png.subarray(0, 40), 'image/png')).toBe('damaged');
  expect(rules({ attachments: [{ hash: 'b'.repeat(64), name: '表.pdf', mediaType: 'application/pdf', byteSize: 1 }] }, { attachments: new Map([['b'.repeat(64), 'encrypted']]) })).toEqual(['fault attachment_encrypted']);
});

test('whatever is written, the check ends with findings whose sentences say what to do', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ maxLength: 120 }), (body, title) => {
      for (const { message, rule } of checkContent({ ...sound, body, title }, { ...facts, guides: none })) {
        expect(rule).toMatch(/^[a-z_]+$/);
        expect(message).toMatch(/[请建议]/u);
      }
    }),
    { numRuns: 200 },
  );
});
