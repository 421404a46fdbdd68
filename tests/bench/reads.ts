import autocannon from 'autocannon';
import { fork, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from '../support/serverProcess';
import { localPostgresUrl, withFreshDatabase } from './databases';
import { median, printRow } from './table';

const rounds = 3;
const secondsARound = 3;

/** Cached guide list and detail beside a bare `node:http` server (and nginx) that sends the same bytes. */
export async function benchReads(): Promise<void> {
  for (const engine of ['pglite', 'postgresql'] as const) {
    await withFreshDatabase(engine, async (settings) => {
      const server = await startServer({ ...settings, SEED_DEMO: 'true' });
      await compareWithBare(engine, server.address, ['/api/v1/service-guides?limit=20', '/api/v1/service-guides/1']);
      await server.stop();
    });
  }
  if (localPostgresUrl() === undefined) process.stdout.write('  (PostgreSQL not measured: none answers)\n');
}

/** Prints how many kept replies a second our server gives, and beside it a bare server (and nginx) with the same bytes. */
export async function compareWithBare(engine: string, address: string, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    const reply = await fetch(address + path, { headers: { 'accept-encoding': 'identity' } });
    const bytes = Buffer.from(await reply.arrayBuffer());
    const headers = Object.fromEntries([...reply.headers].filter(([name]) => !['date', 'connection', 'keep-alive', 'transfer-encoding'].includes(name)));
    const bare = await startBareServer(bytes, headers);
    const nginx = startNginx(bytes);
    const measured = { ours: [] as number[], bare: [] as number[], nginx: [] as number[] };
    // In turns, so that whatever else the machine does meets all of them.
    for (let round = 0; round < rounds; round += 1) {
      measured.ours.push(await requestsASecond(address + path));
      measured.bare.push(await requestsASecond(bare.address + path));
      if (nginx !== undefined) measured.nginx.push(await requestsASecond(`${nginx.address}/reply.json`));
    }
    const ofBare = median(measured.bare);
    printRow(`${engine} ${path} (${bytes.length} bytes)`, median(measured.ours), { to: 'bare node:http', of: ofBare });
    printRow('  bare node:http, same bytes and headers', ofBare);
    if (nginx !== undefined) printRow('  nginx, one worker, same bytes', median(measured.nginx), { to: 'bare node:http', of: ofBare });
    bare.process.kill();
    nginx?.process.kill();
  }
}

async function requestsASecond(url: string): Promise<number> {
  await autocannon({ url, connections: 20, duration: 1 });
  const result = await autocannon({ url, connections: 20, duration: secondsARound });
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${url}: ${result.non2xx} answers were not 2xx, ${result.errors} errors`);
  return result.requests.average;
}

/** In a process of its own, as the server is. */
function startBareServer(body: Buffer, headers: Record<string, string>): Promise<{ address: string; process: ChildProcess }> {
  const folder = mkdtempSync(join(tmpdir(), 'bare-'));
  writeFileSync(join(folder, 'body'), body);
  writeFileSync(
    join(folder, 'bare.cjs'),
    `const http = require('node:http');
     const body = require('node:fs').readFileSync(${JSON.stringify(join(folder, 'body'))});
     const headers = ${JSON.stringify(headers)};
     const server = http.createServer((request, reply) => { reply.writeHead(200, headers); reply.end(body); });
     server.listen(0, '127.0.0.1', () => process.send('http://127.0.0.1:' + server.address().port));`,
  );
  return new Promise((resolve) => {
    const child = fork(join(folder, 'bare.cjs'));
    child.once('message', (address) => resolve({ address: String(address), process: child }));
  });
}

function startNginx(body: Buffer): { address: string; process: ChildProcess } | undefined {
  if (spawnSync('nginx', ['-v']).error !== undefined && !existsSync('/usr/sbin/nginx')) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'nginx-'));
  const port = 18_000 + Math.floor(Math.random() * 1_000);
  writeFileSync(join(folder, 'reply.json'), body);
  writeFileSync(
    join(folder, 'nginx.conf'),
    `worker_processes 1; daemon off; pid ${folder}/pid; error_log ${folder}/error.log;
     events { worker_connections 256; }
     http { access_log off; types { application/json json; } server { listen 127.0.0.1:${port}; root ${folder}; keepalive_requests 10000000; } }`,
  );
  return { address: `http://127.0.0.1:${port}`, process: spawn('/usr/sbin/nginx', ['-c', join(folder, 'nginx.conf')], { stdio: 'ignore' }) };
}
