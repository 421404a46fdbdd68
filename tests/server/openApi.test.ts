import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { startTestApp, type TestApp } from '../support/testApp';

interface Operation {
  operationId: string;
  summary: string;
  responses: Record<string, unknown>;
  security?: unknown[];
}
let t: TestApp;
let operations: Operation[];
beforeAll(async () => {
  t = await startTestApp();
  const document = (await t.app.inject('/openapi.json')).json<{ openapi: string; paths: Record<string, Record<string, Operation>> }>();
  expect(document.openapi).toBe('3.1.0');
  operations = Object.values(document.paths).flatMap((path) => Object.values(path));
});
afterAll(() => t.close());

test('every operation is named as the file of its endpoint', () => {
  const features = join(__dirname, '../../server/features');
  const files = readdirSync(features, { recursive: true }).map((file) => String(file).split('/').at(-1)?.replace(/\.ts$/, ''));
  for (const operation of operations) expect(files).toContain(operation.operationId);
  expect(new Set(operations.map((operation) => operation.operationId)).size).toBe(operations.length);
});

test('every operation says in Chinese what it does, and what errors look like', () => {
  for (const operation of operations) {
    expect(operation.summary).toMatch(/[\u4e00-\u9fff]/);
    expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(['400', '500']));
  }
});

test('the readable page of the API opens under a strict policy', async () => {
  const page = await t.app.inject({ url: '/docs/api/' });
  expect([page.statusCode, String(page.headers['content-type'])]).toEqual([200, expect.stringContaining('text/html')]);
  expect(String(page.headers['content-security-policy'])).not.toMatch(/script-src[^;]*unsafe/);
});
