import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { privacyPolicyVersion } from '../../server/privacyPolicy';
import { createSandbox } from '../../wechat-sandbox/sandbox';
import { startServer } from '../support/serverProcess';
import { sandboxSettings } from '../support/sandboxSettings';
import { openTestDatabase } from '../support/testDatabase';

const rounds = 20;

test(`over ${rounds} kills in the middle of writing, whatever was answered with success is there`, async () => {
  const sandbox = await createSandbox({});
  const sandboxAddress = await sandbox.app.listen({ host: '127.0.0.1', port: 0 });
  const database = process.env['TEST_DATABASE_URL'] === undefined ? undefined : await openTestDatabase({ migrated: false });
  const where: Record<string, string> = database?.url === undefined ? { DATA_DIR: await mkdtemp(join(tmpdir(), 'crashes-')) } : { DATABASE_URL: database.url };
  const settings = { ...where, ...sandboxSettings(sandboxAddress), SEED_DEMO: 'true' };
  const kept = new Set<string>();
  let headers: Record<string, string> | undefined;
  for (let round = 0; round < rounds; round += 1) {
    const server = await startServer(settings);
    if (headers === undefined) {
      const { code } = (await sandbox.app.inject({ method: 'POST', url: '/sandbox/login-codes', payload: { citizenId: 'grandmother' } })).json<{ code: string }>();
      const reply = await fetch(`${server.address}/api/v1/sessions/mini-program`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ code, privacyPolicyVersion }),
      });
      headers = { authorization: `Bearer ${((await reply.json()) as { token: string }).token}` };
    }
    const ids = (((await (await fetch(`${server.address}/api/v1/service-guides?limit=50`)).json()) as { items: { id: string }[] }).items).map((guide) => guide.id);
    const found = ((await (await fetch(`${server.address}/api/v1/favourites?limit=50`, { headers })).json()) as { items: { guide: { id: string } }[] }).items.map((item) => item.guide.id);
    for (const id of kept) expect(found).toContain(id);
    // What was on its way when the process died may or may not be there; only what was answered must be.
    kept.clear();
    found.forEach((id) => kept.add(id));
    const writes = ids.map(async (id) => {
      const isKept = kept.has(id);
      kept.delete(id);
      const reply = await fetch(`${server.address}/api/v1/favourites/${id}`, { method: isKept ? 'DELETE' : 'PUT', headers: headers ?? {} });
      if (reply.status === 204 && !isKept) kept.add(id);
    });
    await new Promise((resolve) => setTimeout(resolve, 5 + Math.random() * 60));
    await server.kill();
    await Promise.allSettled(writes);
  }
  await sandbox.app.close();
  await database?.close();
});
