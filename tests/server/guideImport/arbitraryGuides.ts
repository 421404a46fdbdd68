import fc from 'fast-check';
import { GuideContent, type GuideFile } from '../../../server/contract/guideContent';
import { basicColumns } from '../../../server/guideImport/columns/basicColumns';
import type { Columns } from '../../../server/guideImport/columns/column';
import * as items from '../../../server/guideImport/columns/itemColumns';
import { clean } from '../../../server/guideImport/values/cleanText';
import type { TopicName, ValueContext } from '../../../server/guideImport/values/valueKind';

/** The part of JSON Schema that the contract of guides uses. */
interface Schema {
  type?: string;
  title?: string;
  enum?: string[];
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  maxItems?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
}

export interface Surroundings {
  topics: readonly TopicName[];
  files: readonly GuideFile[];
  offices: readonly { code: string; windows: readonly string[] }[];
}

const columnsOfTitle: Readonly<Record<string, Columns>> = {
  LegalBasis: items.legalBasisColumns, ProcessStep: items.processStepColumns, SpecialProcedure: items.specialProcedureColumns, RequiredMaterial: items.requiredMaterialColumns,
  Fee: items.feeColumns, HandlingResult: items.resultColumns, GuidePlace: items.placeColumns, Faq: items.faqColumns, GuideContent: basicColumns,
} as unknown as Record<string, Columns>;

/** What spreadsheets, XML and our own notation could take for something else. */
const tricky = [
  '=1+1', '+86', '-1', '@x', '\'quoted', '"引号"', '007', '1.50', 'TRUE', '2026-01-01', '无', '是', '__proto__', 'constructor', 'toString', '_x0041_', '_x_', 'x_x005F_',
  'a、b', '，', '；；', '[1]', '{"a":1}', '<b>&amp;</b>', ']]>', '𠮷野家', '\ufffd', 'ﷺ\u{1fffe}', 'e\u0301'.normalize('NFC'), '（免提交）', '材料｜说明', '１２３', '12%', '#N/A', '\u2028'.repeat(0) + '行',
];
const reading: ValueContext = { topics: [], pathOf: () => '' };

/** Text as the import keeps it: in normal form, without blanks at its ends. */
function arbitraryText(most: number, hasLines: boolean): fc.Arbitrary<string> {
  const raw = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...tricky) },
    { weight: 3, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }) },
    { weight: 1, arbitrary: fc.constant('𠮷'.repeat(most)) },
    ...(hasLines ? [{ weight: 3, arbitrary: fc.array(fc.constantFrom(...tricky, '', '一、有\t表'), { minLength: 2, maxLength: 4 }).map((lines) => lines.join('\n')) }] : []),
  );
  const forbidden = hasLines ? /[\p{Cs}\u202a-\u202e\u2066-\u2069]|(?![\n\t])\p{Cc}/u : /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;
  return raw.map((text) => clean([...clean(text)].slice(0, most).join(''))).filter((text) => text !== '' && !forbidden.test(text));
}

function arbitraryValue(schema: Schema, columns: Columns, name: string, around: Surroundings): fc.Arbitrary<unknown> {
  if (schema.title === 'GuideFile') return fc.constantFrom(...around.files);
  if (schema.title === 'GuidePlace') return arbitraryPlace(around);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  if (name.endsWith('Topics') || name === 'lifeEvents') return fc.uniqueArray(fc.constantFrom(...topicsOf(name, around)), { maxLength: 4 });
  switch (schema.type) {
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return fc.integer({ min: schema.minimum ?? 0, max: schema.maximum ?? 1_000 });
    case 'array':
      return arbitraryList(schema, columns, name, around);
    case 'object':
      return arbitraryObject(schema, around);
    default:
      return arbitraryString(schema, columns, name);
  }
}

function arbitraryList({ items: item = {}, maxItems = 10 }: Schema, columns: Columns, name: string, around: Surroundings): fc.Arbitrary<unknown[]> {
  if (item.enum !== undefined) return fc.uniqueArray(fc.constantFrom(...item.enum), { maxLength: maxItems });
  return fc.array(item.type === 'string' ? arbitraryText(item.maxLength ?? 40, false) : arbitraryValue(item, columns, name, around), { maxLength: Math.min(maxItems, 4) });
}

function arbitraryString(schema: Schema, columns: Columns, name: string): fc.Arbitrary<string> {
  if (schema.format === 'date') return fc.date({ min: new Date('1900-01-01'), max: new Date('2999-12-31'), noInvalidDate: true }).map((day) => day.toISOString().slice(0, 10));
  if (schema.pattern?.startsWith('^https') === true) return fc.stringMatching(/^[a-z0-9%&=?/]{0,60}$/u).map((rest) => `https://zwfw.example/${rest}`);
  const kind = columns[name]?.kind;
  const takesLines = kind !== undefined && 'value' in kind.read({ kind: 'text', text: '一\n二' }, reading);
  const text = arbitraryText(schema.maxLength ?? 100, takesLines);
  // What a spreadsheet makes of a long number is refused as a code.
  return kind?.isCode === true ? text.filter((code) => 'value' in kind.read({ kind: 'text', text: code }, reading)) : text;
}

function arbitraryObject(schema: Schema, around: Surroundings): fc.Arbitrary<Record<string, unknown>> {
  const columns = columnsOfTitle[schema.title ?? ''] ?? { note: basicColumns.committedLimitNote as Columns[string] };
  const model = Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, each]) => [name, arbitraryValue(each, columns, name, around)]));
  return fc.record(model, { requiredKeys: schema.required ?? [], noNullPrototype: true });
}

function arbitraryPlace({ offices }: Surroundings): fc.Arbitrary<object> {
  return fc.constantFrom(...offices).chain(({ code, windows }) =>
    fc.record({ officeCode: fc.constant(code), windowNumbers: fc.subarray([...windows]), note: arbitraryText(500, false) }, { requiredKeys: ['officeCode'], noNullPrototype: true }),
  );
}

function topicsOf(field: string, { topics }: Surroundings): string[] {
  const kind = { naturalPersonTopics: 'natural_person', legalPersonTopics: 'legal_person', lifeEvents: 'life_event' }[field];
  return topics.filter((topic) => topic.kind === kind).map(({ code }) => code);
}

/** Contents with any of the contract's fields, made from the contract itself. */
export function arbitraryContent(around: Surroundings): fc.Arbitrary<GuideContent> {
  return arbitraryObject(GuideContent as unknown as Schema, around) as unknown as fc.Arbitrary<GuideContent>;
}
