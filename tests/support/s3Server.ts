import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * A test stand-in for an S3-compatible object store, no store for use: it keeps objects in memory and speaks the
 * part of S3's REST protocol that our storage uses (PUT, GET, HEAD, DELETE of an object, bucket in the path, XML
 * errors). It checks that a request names the right access key and carries a signature of the right form, and that
 * a signed body has the hash that was signed; it does not compute the signature.
 */
export interface S3Server {
  endpoint: string;
  objects: Map<string, { bytes: Buffer; contentType: string }>;
  /** The next requests are answered with 503 SlowDown, as busy stores do. */
  failNext(count: number): void;
  close(): Promise<void>;
}

interface Account {
  accessKeyId: string;
  region: string;
  bucket: string;
}

export async function startS3Server(account: Account): Promise<S3Server> {
  const objects: S3Server['objects'] = new Map();
  let failures = 0;

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body = Buffer.concat(parts);
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://store').pathname);
    const refuse = (status: number, code: string): void => {
      const xml = `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`;
      response.writeHead(status, { 'content-type': 'application/xml' }).end(request.method === 'HEAD' ? '' : xml);
    };

    if (failures > 0) {
      failures -= 1;
      return refuse(503, 'SlowDown');
    }
    const refusal = checkSignature(request, body, account);
    if (refusal !== undefined) return refuse(refusal === 'XAmzContentSHA256Mismatch' ? 400 : 403, refusal);
    if (!path.startsWith(`/${account.bucket}/`)) return refuse(404, 'NoSuchBucket');
    const key = path.slice(account.bucket.length + 2);
    const object = objects.get(key);
    switch (request.method) {
      case 'PUT':
        if (Number(request.headers['content-length']) !== body.length) return refuse(411, 'MissingContentLength');
        objects.set(key, { bytes: body, contentType: request.headers['content-type'] ?? 'binary/octet-stream' });
        response.writeHead(200, { etag: `"${createHash('md5').update(body).digest('hex')}"` }).end();
        return;
      case 'GET':
      case 'HEAD':
        if (object === undefined) return refuse(404, 'NoSuchKey');
        response.writeHead(200, { 'content-type': object.contentType, 'content-length': object.bytes.length });
        response.end(request.method === 'GET' ? object.bytes : undefined);
        return;
      case 'DELETE':
        objects.delete(key);
        response.writeHead(204).end();
        return;
      default:
        refuse(405, 'MethodNotAllowed');
    }
  };

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.destroy(error instanceof Error ? error : new Error(String(error))));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects,
    failNext: (count) => (failures = count),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function checkSignature(request: IncomingMessage, body: Buffer, account: Account): string | undefined {
  const form = /^AWS4-HMAC-SHA256 Credential=([^/]+)\/\d{8}\/([^/]+)\/s3\/aws4_request, SignedHeaders=([a-z0-9;-]+), Signature=[0-9a-f]{64}$/;
  const [, accessKeyId, region, signedHeaders] = form.exec(request.headers.authorization ?? '') ?? [];
  if (signedHeaders === undefined) return 'AccessDenied';
  if (accessKeyId !== account.accessKeyId) return 'InvalidAccessKeyId';
  if (region !== account.region || !signedHeaders.split(';').includes('host')) return 'SignatureDoesNotMatch';
  const signedHash = request.headers['x-amz-content-sha256'];
  const isUnsigned = signedHash === 'UNSIGNED-PAYLOAD';
  if (!isUnsigned && signedHash !== createHash('sha256').update(body).digest('hex')) return 'XAmzContentSHA256Mismatch';
  return undefined;
}
