import { Type } from 'typebox';
import { ApiError } from '../../apiError';
import { GuideIdParams } from '../../contract/serviceGuides';
import { publicEndpoint } from '../../endpoint';
import { sendPublicFile } from '../../presenters/publicFile';
import { filesOf } from '../../guideFields/filesOf';
import { findServiceGuide } from './serviceGuideRepository';

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
    return sendPublicFile(app, request, reply, { ...file, maxAgeSeconds: 86_400 });
  },
);
