import http from 'node:http';

export interface HttpReply {
  status: number;
  headers: Record<string, string>;
  text: string;
}

interface HttpRequest {
  method: string;
  url: string;
  headers?: Record<string, string>;
  body?: string | undefined;
  timeoutMs?: number;
}

/**
 * Sends a request over Node's own HTTP: the environment these tests run in has the API of a browser's document, but
 * no network. Rejects with what the socket says.
 */
export function sendHttp({ method, url, headers = {}, body, timeoutMs = 60_000 }: HttpRequest): Promise<HttpReply> {
  return new Promise((resolve, reject) => {
    // One connection a request: a server that was stopped and started again must not meet an old one.
    const request = http.request(url, { method, headers, agent: false, timeout: timeoutMs }, (reply) => {
      let text = '';
      reply.setEncoding('utf8');
      reply.on('data', (chunk: string) => (text += chunk));
      reply.on('error', reject);
      reply.on('end', () => {
        const plain = Object.entries(reply.headers).map(([name, value]) => [name, String(value)]);
        resolve({ status: reply.statusCode ?? 0, headers: Object.fromEntries(plain) as Record<string, string>, text });
      });
    });
    request.on('timeout', () => request.destroy(new Error('timeout')));
    request.on('error', reject);
    request.end(body);
  });
}

/** A JSON call. @throws when the answer is not 2xx */
export async function callJson<Reply>(method: string, url: string, { body, token }: { body?: unknown; token?: string } = {}): Promise<Reply> {
  const { status, text } = await sendHttp({
    method,
    url,
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (status < 200 || status > 299) throw new Error(`${method} ${url} answered ${status}: ${text}`);
  return (text === '' ? undefined : JSON.parse(text)) as Reply;
}
