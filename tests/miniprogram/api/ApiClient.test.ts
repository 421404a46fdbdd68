/** @jest-environment node */
import { ApiClient, type TransportRequest } from '../../../src/api/ApiClient';
import { ApiError } from '../../../src/api/ApiError';
import { errorText } from '../../../src/api/errorMessages';
import { errorCodes } from '../../../server/contract/errors';

const clientWith = (status: number, body: unknown) => {
  const sent: TransportRequest[] = [];
  const client = new ApiClient('https://example.test', async (request) => {
    sent.push(request);
    return { status, body };
  });
  return { client, sent };
};

describe('ApiClient', () => {
  it('leaves empty parameters out of the address and encodes the others', async () => {
    const { client, sent } = clientWith(200, {});
    await client.request({ path: '/service-guides', query: { query: '身份证 & 户口', cursor: undefined, departmentId: null, audience: '', limit: 20 } });
    expect(sent[0]?.url).toBe(`https://example.test/api/v1/service-guides?query=${encodeURIComponent('身份证 & 户口')}&limit=20`);
  });

  it('sends no authorization header when nobody is signed in', async () => {
    const { client, sent } = clientWith(200, {});
    await client.request({ path: '/site' });
    expect(sent[0]?.headers).toEqual({ accept: 'application/json' });
  });

  it('throws what the server refused, with its fields and its request number', async () => {
    const { client } = clientWith(400, { code: 'request_invalid', message: '有误', fieldErrors: [{ field: 'body.phoneNumber', message: '太短' }], requestId: 'r-9' });
    await expect(client.request({ path: '/x' })).rejects.toMatchObject({ code: 'request_invalid', status: 400, requestId: 'r-9', fieldErrors: [{ field: 'body.phoneNumber', message: '太短' }] });
  });

  it.each([null, '<html>Bad gateway</html>', { error: 'x' }])('says that it did not understand an answer of another shape: %j', async (body) => {
    const { client } = clientWith(502, body);
    await expect(client.request({ path: '/x' })).rejects.toMatchObject({ code: 'reply_unreadable', status: 502 });
  });
});

describe('error texts', () => {
  it.each(Object.entries(errorCodes))('say what happened and what to do for %s', (code, { message }) => {
    const text = errorText(new ApiError({ code: code as keyof typeof errorCodes, message }));
    expect(text.title).toMatch(/[\u4e00-\u9fa5]/);
    expect(text.title).not.toBe('没有成功');
    expect(text.nextAction).toMatch(/。$/);
    expect(text.title + text.nextAction).not.toMatch(/[!！]|[a-z_]{4,}/);
  });

  it('fall back to the sentence of the server for a code they do not know', () => {
    const error = new ApiError({ code: 'invented_later' as 'internal_error', message: '请明天再来。' });
    expect(errorText(error).nextAction).toBe('请明天再来。');
  });
});
