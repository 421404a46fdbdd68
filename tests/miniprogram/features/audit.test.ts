import { readableValues } from '../../../src/features/staff/audit/auditValues';

test('the values of an entry of the audit trail are read as words, not as code', () => {
  expect(readableValues('{"status":"draft","fields":["title","body"],"publishAt":null,"unheardOf":3}')).toBe('状态：draft；改动的项：title、body；发布时间：无；unheardOf：3');
});
