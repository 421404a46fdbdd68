import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { ApiError } from '../../apiError';
import { recordAudit } from '../../audit/recordAudit';
import { StaffFile, UploadStaffFileQuery, type StaffFilePurpose } from '../../contract/staffFiles';
import { staffEndpoint } from '../../endpoint';
import { FileRefusedError, type FileLimits, type FileStorage, type StoredFile } from '../../files/fileStorage';
import { recordStoredFile } from '../../files/storedFileRepository';
import { prepareImage } from '../../richText/prepareImage';
import { richTextRefusals, RichTextError } from '../../richText/richTextError';
import { mayUploadFiles } from '../../staff/staffFilePolicy';
import { recordStaffFile } from '../../staff/staffFiles';
import { staffActor } from '../../staff/staffActor';
import { explainLimits, extensionOf, limitsFor, plainFileName } from './uploadRules';

export const uploadStaffFile = staffEndpoint(
  {
    method: 'POST',
    url: '/staff/files',
    summary: '上传文件：请求体就是文件内容（application/octet-stream）；同样的内容再传一次结果相同',
    query: UploadStaffFileQuery,
    takesBytes: true,
    reply: StaffFile,
    errors: ['file_too_large', 'file_empty', 'file_type_refused', 'picture_refused', 'document_refused', 'media_type_unsupported'],
    limits: [{ per: 'citizen', limit: 120, windowSeconds: 600 }],
  },
  async ({ app, query: { purpose, name: givenName }, request, reply, staff }) => {
    if (!mayUploadFiles(staff, purpose)) throw new ApiError('not_allowed');
    const name = plainFileName(givenName);
    const limits = limitsFor(purpose, name);
    if (purpose === 'document' && /^(doc|wps)$/.test(extensionOf(name))) throw new ApiError('document_refused', { message: richTextRefusals.docx_old_format });
    if (limits === undefined) throw refused(reply, 'file_type_refused', purpose);
    const stored = await store(app.files, request, reply, purpose, limits);
    const now = app.clock.now();
    const file: StaffFile = { ...stored, name };
    await app.db.transaction().execute(async (tx) => {
      await recordStoredFile(tx, stored, now);
      if (!(await recordStaffFile(tx, staff.staffId, purpose, file, now))) return;
      await recordAudit(tx, {
        ...staffActor(staff, request),
        action: 'upload_file',
        objectKind: 'stored_file',
        objectId: stored.hash,
        // Names of files name people.
        after: { purpose, mediaType: stored.mediaType, byteSize: stored.byteSize },
        at: now,
      });
    });
    return file;
  },
);

async function store(files: FileStorage, request: FastifyRequest, reply: FastifyReply, purpose: StaffFilePurpose, limits: FileLimits): Promise<StoredFile> {
  // Told beforehand, it is refused without a byte read.
  if (Number(request.headers['content-length'] ?? 0) > limits.maxBytes) throw refused(reply, 'file_too_large', purpose);
  try {
    const bytes = bodyOf(request);
    return await files.put(purpose === 'picture' ? await readPicture(bytes, limits.maxBytes) : bytes, limits);
  } catch (error) {
    if (error instanceof FileRefusedError) throw refused(reply, error.code, purpose);
    if (error instanceof RichTextError) throw new ApiError('picture_refused', { message: error.message }, { cause: error });
    throw error;
  }
}

/** The body in pieces. Stopping half-way leaves the connection whole, so that the answer still gets through. */
function bodyOf(request: FastifyRequest): Readable {
  const { body } = request;
  return body instanceof Readable ? Readable.from(body.iterator({ destroyOnReturn: false })) : Readable.from([]);
}

/** A picture as it may be published; nothing of what was sent is kept. */
async function readPicture(bytes: Readable, maxBytes: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of bytes as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > maxBytes) throw new FileRefusedError('file_too_large');
    parts.push(part);
  }
  if (size === 0) throw new FileRefusedError('file_empty');
  return (await prepareImage(Buffer.concat(parts))).bytes;
}

function refused(reply: FastifyReply, code: FileRefusedError['code'], purpose: StaffFilePurpose): ApiError {
  // What was not read is not waited for.
  void reply.header('connection', 'close');
  return new ApiError(code, { fieldErrors: [{ field: 'body', message: explainLimits(purpose) }] });
}
