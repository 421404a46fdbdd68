import { paths } from '../../../paths';
import { pageParameter } from '../../../platform/pageParameter';

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const link = new RegExp(`${paths.confirm}\\?id=(${uuid})(?:$|[&#])`);

/**
 * The request that a scanned code leads to. Which host it names does not matter: the id is asked for at our own server only.
 * @returns null for a code that is none of ours
 */
export const requestInLink = (text: string): string | null => link.exec(text)?.[1] ?? null;

/** From the page's own address: `id` by our links, `q` with the whole link when WeChat opens the mini-program for a scanned one. */
export const requestInAddress = ({ id, q }: { id?: string | undefined; q?: string | undefined }): string | null =>
  id === undefined ? requestInLink(pageParameter(q)) : requestInLink(paths.confirmRequest(pageParameter(id)));
