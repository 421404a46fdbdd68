import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ApiError } from '../apiError';

/** What a browser may show by itself; everything else is saved. */
const shownInline = /^(image\/(png|jpeg|gif|webp)|application\/pdf)$/;

/** A browser's own viewer of pictures and PDF styles its page in place. None of these types can carry markup, so nothing else gets in. */
const viewerPolicy = "default-src 'none'; img-src 'self'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'";

interface PublicFile {
  hash: string;
  /** What it is saved as; a picture inside a text has no name. */
  name: string | undefined;
  mediaType: string;
  /** How long others may keep it without asking. */
  maxAgeSeconds: number;
}

/**
 * Answers with a file that the caller has found to be public.
 *
 * @throws ApiError `file_not_found` when its bytes are gone.
 */
export async function sendPublicFile(app: FastifyInstance, request: FastifyRequest, reply: FastifyReply, file: PublicFile): Promise<never> {
  const etag = `"${file.hash}"`;
  const isShown = shownInline.test(file.mediaType);
  const name = file.name === undefined ? '' : `; filename*=UTF-8''${encodeURIComponent(file.name)}`;
  void reply.headers({
    etag,
    'cache-control': `public, max-age=${file.maxAgeSeconds}`,
    'content-type': file.mediaType,
    'content-disposition': `${isShown ? 'inline' : 'attachment'}${name}`,
    ...(isShown ? { 'content-security-policy': viewerPolicy } : {}),
  });
  if (request.headers['if-none-match'] === etag) return reply.code(304).send() as never;
  const opened = await app.files.open(file.hash);
  if (opened === undefined) throw new ApiError('file_not_found');
  return reply.header('content-length', opened.byteSize).send(opened.bytes) as never;
}
