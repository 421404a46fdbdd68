import { Type } from 'typebox';
import { ApiError } from '../../apiError';
import { GuideIdParams } from '../../contract/serviceGuides';
import { publicEndpoint } from '../../endpoint';
import { filesOf } from './guideFileRules';
import { findServiceGuide } from './serviceGuideRepository';

/** What a browser may show by itself; everything else is saved. */
const shownInline = /^(image\/(png|jpeg)|application\/pdf)$/;

/** A browser's own viewer of pictures and PDF styles its page in place. Neither type can carry markup, so nothing else gets in. */
const viewerPolicy = "default-src 'none'; img-src 'self'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'";

/** Only through a guide that offers it: the same storage holds files that are nobody's business. */
export const readGuideFile = publicEndpoint(
  {
    method: 'GET',
    url: '/service-guides/:guideId/files/:hash',
    summary: '办事指南的空白表格、填写样例和结果样本',
    params: Type.Object({ ...GuideIdParams.properties, hash: Type.String({ pattern: '^[0-9a-f]{64}$' }) }, { additionalProperties: false }),
    reply: Type.Unsafe<Buffer>({ type: 'string', format: 'binary', description: '文件内容' }),
    errors: ['guide_not_found', 'file_not_found'],
  },
  async ({ app, params, request, reply }) => {
    const guide = await findServiceGuide(app.db, Number(params.guideId));
    if (guide === undefined) throw new ApiError('guide_not_found');
    const file = filesOf(guide.content).find(({ hash }) => hash === params.hash);
    if (file === undefined) throw new ApiError('file_not_found');
    const etag = `"${file.hash}"`;
    const isShown = shownInline.test(file.mediaType);
    void reply.headers({
      etag,
      'cache-control': 'public, max-age=86400',
      'content-type': file.mediaType,
      'content-disposition': `${isShown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      ...(isShown ? { 'content-security-policy': viewerPolicy } : {}),
    });
    if (request.headers['if-none-match'] === etag) return reply.code(304).send() as never;
    const opened = await app.files.open(file.hash);
    if (opened === undefined) throw new ApiError('file_not_found');
    return reply.header('content-length', opened.byteSize).send(opened.bytes) as never;
  },
);
