import { findStoredFile, recordStoredFile } from '../../../server/files/storedFileRepository';
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase';

const stored = { hash: 'ab'.repeat(32), mediaType: 'image/png', byteSize: 5_000_000_000 };
const now = new Date('2026-03-02T01:00:00Z');

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
}, 60_000);
afterAll(() => database.close());

test('a file that was recorded is found, and recording it again changes nothing', async () => {
  expect(await findStoredFile(database.db, stored.hash)).toBeUndefined();
  await recordStoredFile(database.db, stored, now);
  await recordStoredFile(database.db, { ...stored, mediaType: 'text/plain' }, now);
  expect(await findStoredFile(database.db, stored.hash)).toEqual(stored);
});

test('the record belongs to the transaction of its caller', async () => {
  const hash = 'cd'.repeat(32);
  const rolledBack = database.db.transaction().execute(async (tx) => {
    await recordStoredFile(tx, { ...stored, hash }, now);
    throw new Error('refused');
  });
  await expect(rolledBack).rejects.toThrow('refused');
  expect(await findStoredFile(database.db, hash)).toBeUndefined();
});

test('the database takes nothing but hashes and sizes', async () => {
  await expect(recordStoredFile(database.db, { ...stored, hash: 'not a hash' }, now)).rejects.toThrow('stored_files_hash_check');
  await expect(recordStoredFile(database.db, { ...stored, hash: 'ef'.repeat(32), byteSize: 0 }, now)).rejects.toThrow('stored_files_byte_size_check');
});
