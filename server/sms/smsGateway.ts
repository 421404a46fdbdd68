import { request } from 'undici';
import { ApiError } from '../apiError';

/** Whatever can bring a short text to a phone. Each carrier's protocol is an adapter behind this. */
export interface SmsGateway {
  /** @throws ApiError `sms_unavailable` when the message was not accepted. */
  send(phoneNumber: string, text: string): Promise<void>;
}

const timeoutMilliseconds = 5_000;

/** An adapter for anything that accepts `POST {phoneNumber, text}` with a bearer token and answers 2xx. */
export function openSmsWebhook(url: string, token: string): SmsGateway {
  return {
    send: async (phoneNumber, text) => {
      try {
        const reply = await request(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
          body: JSON.stringify({ phoneNumber, text }),
          headersTimeout: timeoutMilliseconds,
          bodyTimeout: timeoutMilliseconds,
        });
        await reply.body.dump();
        if (reply.statusCode < 200 || reply.statusCode > 299) throw new Error(`SMS gateway answered ${reply.statusCode}`);
      } catch (error) {
        throw new ApiError('sms_unavailable', {}, { cause: error });
      }
    },
  };
}
