import { buildBlocks } from './buildBlocks';
import { parseHtml } from './rawHtml';
import type { Removal } from './richText';
import { RichTextError } from './richTextError';
import { isFileAddress } from './whitelist';
import { writeBlocks } from './writeHtml';

export const longestHtml = 500_000;

export interface SanitisedHtml {
  /** Nothing but whitelisted elements and attributes; pictures as `file:HASH`. Sanitised once more it stays the same. */
  html: string;
  /** What was taken away, each kind once; sentences in `removalLabels`. Fonts, classes and other looks go silently. */
  removed: Removal[];
}

/**
 * Makes clean rich text of what somebody pasted or wrote.
 *
 * @throws RichTextError `html_too_long` over 500,000 characters, `html_too_deep`.
 */
export function sanitiseHtml(html: string): SanitisedHtml {
  return rebuildHtml(html, (address) => (isFileAddress(address) ? address : undefined));
}

/** Like `sanitiseHtml`, with another say in which pictures stay and under which address. */
export function rebuildHtml(html: string, pictureSource: (written: string) => string | undefined): SanitisedHtml {
  if (html.length > longestHtml) throw new RichTextError('html_too_long');
  const { root, hasComments } = parseHtml(html);
  const removed = new Set<Removal>(hasComments ? ['comment'] : []);
  const written = writeBlocks(buildBlocks(root.children, { pictureSource, removed }));
  if (written.length > longestHtml) throw new RichTextError('html_too_long');
  return { html: written, removed: [...removed] };
}
