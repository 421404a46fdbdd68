import { ApiError } from '../../apiError';
import { CleanHtml, PastedHtmlBody } from '../../contract/announcementDrafts';
import { staffEndpoint } from '../../endpoint';
import { removalLabels } from '../../richText/richText';
import { sanitiseHtml } from '../../richText/sanitiseHtml';
import { mayReadAnnouncements } from '../../staff/announcementPolicy';
import { longestBodyBytes } from './bodyLimits';

export const cleanPastedHtml = staffEndpoint(
  {
    method: 'POST',
    url: '/staff/pasted-html',
    summary: '把粘贴的内容整理成允许的标记，放进编辑器之前用；什么也不保存',
    body: PastedHtmlBody,
    bodyLimit: longestBodyBytes,
    reply: CleanHtml,
    errors: ['text_refused'],
    limits: [{ per: 'citizen', limit: 120, windowSeconds: 600 }],
  },
  async ({ body, staff }) => {
    if (!mayReadAnnouncements(staff)) throw new ApiError('not_allowed');
    const { html, removed } = sanitiseHtml(body.html);
    return { html, removed: removed.map((removal) => `去掉了${removalLabels[removal]}。`) };
  },
);
