import fc from 'fast-check';
import { GuideContent, type GuideContentField } from '../../../server/contract/guideContent';
import { describeFieldValue } from '../../../server/guideFields/describe';
import { guideFieldLabels } from '../../../server/guideFields/labels';
import { sheetKeys, sheetOf } from '../../../server/guideImport/columns/sheets';
import { arbitraryContent } from './arbitraryGuides';

const around = {
  topics: [{ kind: 'natural_person', code: 'np.health', name: '医疗卫生' }, { kind: 'legal_person', code: 'lp.tax', name: '税收财务' }, { kind: 'life_event', code: 'le.work', name: '找工作' }],
  files: [{ hash: 'a'.repeat(64), name: '表.pdf', mediaType: 'application/pdf', byteSize: 1 }],
  offices: [{ code: 'YX-ZX', windows: ['A01'] }],
} as const;

describe('the words for fields of guides', () => {
  test('every field of the contract has a label of its own, and a column', () => {
    const fields = [...Object.keys(GuideContent.properties), 'department'];
    expect(Object.keys(guideFieldLabels).sort()).toEqual(fields.sort());
    expect(new Set(Object.values(guideFieldLabels)).size).toBe(fields.length);
    const columns = Object.keys(sheetOf('basic').columns);
    for (const field of fields) expect(columns).toContain(field);
  });

  test('no two columns of a sheet have the same heading', () => {
    for (const key of sheetKeys) {
      const { columns } = sheetOf(key);
      const headings = Object.values(columns).map(({ label }) => label);
      expect(new Set(headings).size).toBe(headings.length);
    }
  });

  test.each<[GuideContentField, unknown, string]>([
    ['visits', 1, '1 次'],
    ['isCharged', false, '否'],
    ['itemType', 'licence', '行政许可'],
    ['audiences', ['natural_person', 'legal_person'], '自然人、法人'],
    ['committedLimit', { amount: 20, unit: 'working_day', note: '审完即办' }, '20 个工作日（审完即办）'],
    ['naturalPersonTopics', ['np.health', 'np.gone'], '医疗卫生、np.gone'],
    ['requiredMaterials', [], '不需要材料'],
    ['requiredMaterials', [{ name: '户口簿', copyKind: 'original', count: 1, isWaived: false }, { name: '照片', isWaived: true }], '户口簿；原件或复印件：原件；份数：1\n照片（免提交）'],
    ['onSiteSteps', [{ name: '受理', limit: '当场' }, { name: '发证', description: '窗口领取' }], '1. 受理（当场）\n2. 发证：窗口领取'],
    ['legalBases', [{ law: '《护照法》', article: '第五条', isVerified: false }], '《护照法》第五条（待核实）'],
    ['places', [{ officeCode: 'YX-ZX', windowNumbers: ['A01', 'A02'] }], 'YX-ZX；窗口：A01、A02'],
    ['faqs', [{ question: '多久', answer: '三天' }], '问：多久\n答：三天'],
    ['processPicture', around.files[0], '表.pdf'],
  ])('%s is described in words', (field, value, words) => {
    expect(describeFieldValue(field, value as never, new Map([['np.health', '医疗卫生']]))).toBe(words);
  });

  test('any two values that differ are described differently, so that a change can be seen', () => {
    // Of free text only what can be told apart from our own punctuation.
    const content = arbitraryContent(around);
    fc.assert(
      fc.property(content, content, (one, other) => {
        for (const field of ['status', 'committedLimit', 'visits', 'isCharged', 'channels', 'onlineDepth', 'handlingType', 'dailyCapacity', 'effectiveOn'] as const) {
          const [before, after] = [one[field], other[field]];
          if (before === undefined || after === undefined) continue;
          const isSame = JSON.stringify(before) === JSON.stringify(after);
          expect(describeFieldValue(field, before as never) === describeFieldValue(field, after as never)).toBe(isSame);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('every field of any content has a description without leftovers of the program', () => {
    fc.assert(
      fc.property(arbitraryContent(around), (content) => {
        for (const [field, value] of Object.entries(content)) {
          const text = describeFieldValue(field as GuideContentField, value as never);
          expect(typeof text).toBe('string');
          expect(text).not.toMatch(/undefined|\[object/u);
        }
      }),
      { numRuns: 100 },
    );
  });
});
