import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { GuideVersion, ServiceGuide } from '../../server/contract/serviceGuides';
import type { Site } from '../../server/contract/site';

const versionsPerPage = 20;

/** What the server says, as far as the pages of one guide ask. It stands in where a guide is needed that no county has. */
export class OneGuideServer {
  readonly #server: http.Server;

  private constructor(server: http.Server) {
    this.#server = server;
  }

  static async open(site: Site, guide: ServiceGuide, versions: readonly GuideVersion[]): Promise<OneGuideServer> {
    const server = http.createServer((request, reply) => {
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
      const body = answer(pathname, Number(searchParams.get('cursor') ?? 0), site, guide, versions);
      reply.writeHead(body === null ? 404 : 200, { 'content-type': 'application/json' });
      reply.end(JSON.stringify(body ?? { code: 'guide_not_found', message: '没有这份办事指南。', requestId: '0' }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new OneGuideServer(server);
  }

  get address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

function answer(pathname: string, from: number, site: Site, guide: ServiceGuide, versions: readonly GuideVersion[]): unknown {
  const end = from + versionsPerPage;
  switch (pathname.replace('/api/v1', '')) {
    case '/site':
      return site;
    case `/service-guides/${guide.id}`:
      return guide;
    case `/service-guides/${guide.id}/versions`:
      return { items: versions.slice(from, end), nextCursor: end < versions.length ? String(end) : null, total: { count: versions.length, label: String(versions.length) } };
    default:
      return null;
  }
}
