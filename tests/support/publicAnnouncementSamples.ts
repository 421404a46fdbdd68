import type { AnnouncementContent } from '../../server/contract/announcementContent';
import type { Announcement, AnnouncementSummary } from '../../server/contract/announcements';

export const anAnnouncement = (content: Partial<AnnouncementContent> = {}, changes: Partial<Announcement> = {}): Announcement => ({
  id: '5',
  department: { id: '1', name: '云岫县人民政府办公室' },
  status: 'published',
  version: 1,
  publishedAt: '2026-11-20T02:00:00.000Z',
  correctedAt: null,
  validity: null,
  withdrawn: null,
  archivedAt: null,
  content: { kind: 'notice', title: '关于停水的通知', body: '<p>周一停水。</p>', ...content },
  changes: [{ version: 1, publishedAt: '2026-11-20T02:00:00.000Z', reason: null }],
  topics: [],
  guides: [],
  offices: [],
  explains: [],
  explainedBy: [],
  ...changes,
});

export const anAnnouncementSummary = (changes: Partial<AnnouncementSummary> = {}): AnnouncementSummary => ({
  id: '5',
  kind: 'notice',
  title: '关于停水的通知',
  department: { id: '1', name: '云岫县人民政府办公室' },
  summary: null,
  documentNumber: null,
  validity: null,
  publishedAt: '2026-11-20T02:00:00.000Z',
  correctedAt: null,
  status: 'published',
  hasAttachments: false,
  ...changes,
});

const paragraph = (number: number): string => `<p>第${number}段：${'请带好材料按时到窗口办理，有不清楚的地方先打电话问。'.repeat(4)}</p>`;
const rows = (count: number): string => Array.from({ length: count }, (_, index) => `<tr><td>${index + 1}</td><td>示范路${index + 1}号</td><td><a href="https://example.gov.cn/${index + 1}" rel="noopener">详情</a></td></tr>`).join('');

/** Everything that rich text can hold. */
export const richBody = [
  '<h2>一、总则</h2>',
  '<p>按照<strong>《办法》</strong>和<em>有关<u>规定</u></em>，见<a href="https://example.gov.cn/a?x=1&amp;y=2" rel="noopener">原文</a>。</p>',
  '<ul><li>带身份证<ol><li>原件</li><li>复印件</li></ol></li><li>带户口簿</li></ul>',
  '<blockquote><p>引用的话</p></blockquote>',
  `<p>现场<img src="file:${'a'.repeat(64)}" alt="窗口照片">如图</p>`,
  `<table><thead><tr><th>序号</th><th colspan="2">地点 &lt;新&gt;</th></tr></thead><tbody>${rows(8)}</tbody></table>`,
  ...Array.from({ length: 12 }, (_, index) => paragraph(index + 1)),
].join('');

/** As long as a text may be: paragraphs, one endless paragraph and an endless table. */
export const longestBodySample = ((): string => {
  const table = `<table><tbody>${rows(300)}</tbody></table>`;
  const endless = `<p>${'没有分段的长文。'.repeat(5_000)}</p>`;
  const parts = [table, endless];
  for (let number = 1, length = table.length + endless.length; length < 490_000; number += 1) {
    const next = paragraph(number);
    parts.push(next);
    length += next.length;
  }
  return `${parts.join('')}<p>最后一句话。</p>`;
})();
