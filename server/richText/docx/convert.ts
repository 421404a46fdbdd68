import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { RichTextError } from '../richTextError';
import { styleOfRole } from './rewriteDocument';

/** What the converter is given: parts that were checked and rewritten, by their names. */
export type ConverterParts = Readonly<Record<string, string>>;

export interface ConverterLimits {
  milliseconds: number;
  megabytes: number;
}

export const converterLimits: ConverterLimits = { milliseconds: 10_000, megabytes: 384 };

const list = (role: 'bullet0' | 'bullet1' | 'bullet2', path: string): string => `p.${styleOfRole(role)} => ${path} > li:fresh`;
const styleMap = [
  `p.${styleOfRole('heading2')} => h2:fresh`,
  `p.${styleOfRole('heading3')} => h3:fresh`,
  `p.${styleOfRole('heading4')} => h4:fresh`,
  list('bullet0', 'ul'),
  list('bullet1', 'ul > li > ul'),
  list('bullet2', 'ul > li > ul > li > ul'),
  `p.${styleOfRole('field')} => !`,
  'p => p:fresh',
  'u => u',
];

/**
 * Text of a program, not a file: the server is one bundled file, and in development it is run from TypeScript, so a
 * file of its own would be found in neither or only in one. It names pictures (`part:NAME`) and leaves them where they are.
 */
const program = `
const { parentPort, workerData } = require('node:worker_threads');
const mammoth = require(workerData.converter);
const { parts, styleMap } = workerData;
const file = {
  exists: (name) => Object.hasOwn(parts, name),
  read: async (name, encoding) => Object.hasOwn(parts, name) && encoding !== undefined ? parts[name] : new TextEncoder().encode(name),
};
const convertImage = mammoth.images.imgElement(async (image) => ({ src: 'part:' + (await image.readAsBuffer()).toString('utf8') }));
mammoth
  .convertToHtml({ file }, { styleMap, includeDefaultStyleMap: false, includeEmbeddedStyleMap: false, externalFileAccess: false, convertImage })
  .then(({ value }) => parentPort.postMessage({ html: value }), (error) => parentPort.postMessage({ failure: String(error && error.message) }));
`;

/**
 * HTML of the document, not yet sanitised, made by mammoth in a thread of its own.
 *
 * @throws RichTextError `docx_too_complex` when it takes more time or memory than it may, `docx_damaged`.
 */
export async function convertParts(parts: ConverterParts, limits: ConverterLimits = converterLimits): Promise<string> {
  const worker = new Worker(program, {
    eval: true,
    execArgv: [],
    // It needs none of the server's settings and secrets.
    env: {},
    workerData: { converter: createRequire(__filename).resolve('mammoth'), parts, styleMap },
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes, maxYoungGenerationSizeMb: 64, stackSizeMb: 8 },
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<string>((resolve, reject) => {
      timer = setTimeout(() => reject(new RichTextError('docx_too_complex')), limits.milliseconds);
      worker.once('message', ({ html, failure }: { html?: string; failure?: string }) => {
        if (html === undefined) reject(new RichTextError('docx_damaged', { cause: failure }));
        else resolve(html);
      });
      worker.once('error', (error) => {
        const isOutOfMemory = (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY';
        // Anything else is a fault of ours or of the installation and may not be told as the document's.
        reject(isOutOfMemory ? new RichTextError('docx_too_complex', { cause: error }) : error);
      });
      worker.once('exit', () => reject(new RichTextError('docx_too_complex')));
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
