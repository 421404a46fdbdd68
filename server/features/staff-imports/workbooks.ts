import type { FastifyReply } from 'fastify';
import { createReadStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Type } from 'typebox';

export const workbookReply = Type.Unsafe<Buffer>({ type: 'string', format: 'binary', description: '.xlsx 工作簿' });

/** Answers with a workbook that `write` makes on this machine's disk; it is removed when it has been sent. */
export async function sendWorkbook(reply: FastifyReply, name: string, write: (path: string) => Promise<unknown>): Promise<never> {
  const folder = await mkdtemp(join(tmpdir(), 'guide-workbook-'));
  const remove = (): void => void rm(folder, { recursive: true, force: true });
  try {
    const path = join(folder, 'workbook.xlsx');
    await write(path);
    const { size } = await stat(path);
    void reply.headers({
      'cache-control': 'no-store',
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-length': size,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    });
    return reply.send(createReadStream(path).on('close', remove)) as never;
  } catch (error) {
    remove();
    throw error;
  }
}
