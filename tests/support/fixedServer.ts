import http from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that says the same to everybody, by path below /api/v1. It stands in where something is needed that no county has. */
export class FixedServer {
  readonly #server: http.Server;

  private constructor(server: http.Server) {
    this.#server = server;
  }

  static async open(answers: Readonly<Record<string, unknown>>): Promise<FixedServer> {
    const server = http.createServer((request, reply) => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      const body = answers[pathname.replace('/api/v1', '')];
      reply.writeHead(body === undefined ? 404 : 200, { 'content-type': 'application/json' });
      reply.end(JSON.stringify(body ?? { code: 'announcement_not_found', message: '没有这份公告。', requestId: '0' }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new FixedServer(server);
  }

  get address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
