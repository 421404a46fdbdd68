import QRCode from 'qrcode';
import { Type } from 'typebox';
import { publicEndpoint } from '../../endpoint';

/** A QR code of one of our own pages, for going on in WeChat what was begun in another browser. */
export const drawQrCode = publicEndpoint(
  {
    method: 'GET',
    url: '/qr-codes',
    summary: '本站页面的二维码（SVG）',
    query: Type.Object(
      { path: Type.String({ pattern: '^/(?!/)[\\x21-\\x7e]*$', maxLength: 500, description: '本站页面的路径，以 / 开头' }) },
      { additionalProperties: false },
    ),
    reply: Type.String({ description: 'SVG 图片' }),
    limits: [{ per: 'address', limit: 120, windowSeconds: 60 }],
  },
  async ({ app, query, request, reply }) => {
    const base = app.config.PUBLIC_URL ?? `${request.protocol}://${request.host}`;
    const svg = await QRCode.toString(new URL(query.path, base).href, { type: 'svg', margin: 2 });
    void reply.type('image/svg+xml').header('cache-control', 'public, max-age=3600').send(svg);
    return svg;
  },
);
