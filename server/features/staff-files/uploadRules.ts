import type { StaffFilePurpose } from '../../contract/staffFiles';
import type { FileLimits } from '../../files/fileStorage';
import { largestImage } from '../../richText/prepareImage';

const mebibyte = 1024 ** 2;

/** What files whose names end so may be, by their bytes. The old formats of Office and WPS share one container. */
const mediaTypesOf: Readonly<Record<string, readonly string[]>> = {
  pdf: ['application/pdf'],
  ofd: ['application/ofd'],
  docx: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  xlsx: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  pptx: ['application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  doc: ['application/x-cfb'],
  xls: ['application/x-cfb'],
  ppt: ['application/x-cfb'],
  wps: ['application/x-cfb'],
  et: ['application/x-cfb'],
  csv: ['text/csv', 'text/plain'],
  json: ['text/plain', 'text/csv', 'application/json'],
  jpg: ['image/jpeg'],
  jpeg: ['image/jpeg'],
  png: ['image/png'],
  gif: ['image/gif'],
  webp: ['image/webp'],
};

const pictures = ['jpg', 'jpeg', 'png', 'gif', 'webp'];

/**
 * Programs, web pages, SVG and archives are in no list: what citizens open must not run anything, and nobody can see what an
 * archive holds.
 */
const purposes: Readonly<Record<StaffFilePurpose, { extensions: readonly string[]; maxBytes: number }>> = {
  guide_import: { extensions: ['xlsx', 'csv', 'json'], maxBytes: 50 * mebibyte },
  picture: { extensions: pictures, maxBytes: largestImage },
  attachment: { extensions: ['pdf', 'ofd', 'docx', 'xlsx', 'pptx', 'doc', 'xls', 'ppt', 'wps', 'et', ...pictures], maxBytes: 20 * mebibyte },
  document: { extensions: ['docx'], maxBytes: 20 * mebibyte },
};

/** The last part of the name, whatever device it comes from, without what no file name has. */
export function plainFileName(name: string): string {
  const last = name.split(/[/\\]/u).at(-1) ?? '';
  // eslint-disable-next-line no-control-regex
  return last.replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/gu, '').trim().slice(0, 150);
}

export const extensionOf = (name: string): string => /\.([a-z0-9]{1,8})$/iu.exec(name)?.[1]?.toLowerCase() ?? '';

/** What is taken under this name for this purpose; undefined when its extension is none of them. */
export function limitsFor(purpose: StaffFilePurpose, name: string): FileLimits | undefined {
  const { extensions, maxBytes } = purposes[purpose];
  const extension = extensionOf(name);
  const mediaTypes = extensions.includes(extension) ? mediaTypesOf[extension] : undefined;
  // Under a password a .docx is wrapped in the container of the old formats: whoever reads it says so.
  if (purpose === 'document' && mediaTypes !== undefined) return { maxBytes, mediaTypes: [...mediaTypes, 'application/x-cfb'] };
  // A picture is told by its bytes when it is prepared; phones name them as they like.
  return mediaTypes === undefined ? undefined : { maxBytes, mediaTypes: purpose === 'picture' ? pictures.flatMap((each) => mediaTypesOf[each] ?? []) : mediaTypes };
}

/** 只能用 pdf、docx……，最大 20 MB */
export function explainLimits(purpose: StaffFilePurpose): string {
  const { extensions, maxBytes } = purposes[purpose];
  return `只能用 ${extensions.join('、')} 文件，内容和扩展名要相符，最大 ${maxBytes / mebibyte} MB。`;
}
