import { ApiError } from '../../apiError';
import { dateInShanghai } from '../../clock';
import { Announcement, AnnouncementIdParams } from '../../contract/announcements';
import { publicEndpoint } from '../../endpoint';
import { presentAnnouncementRef } from '../../presenters/announcementSummary';
import { presentAnnouncement } from './announcementPresenter';
import { findAnnouncement, findChanges, findExplaining, findGuides, findOffices, findReferredTo, findTopics } from './announcementRepository';

export const getAnnouncement = publicEndpoint(
  {
    method: 'GET',
    url: '/announcements/:announcementId',
    summary: '一份公告的全部内容；已撤回的只说明撤回',
    params: AnnouncementIdParams,
    reply: Announcement,
    errors: ['announcement_not_found'],
    cachedFrom: ['announcements', 'announcement_versions', 'departments', 'service_guides', 'offices', 'topics'],
    onAnswered: ({ app, params }) => app.announcementViews.count(Number(params.announcementId)),
  },
  async ({ app, params }) => {
    const row = await findAnnouncement(app.db, Number(params.announcementId));
    if (row === undefined) throw new ApiError('announcement_not_found');
    const today = dateInShanghai(app.clock.now());
    if (row.status === 'withdrawn') {
      const changes = await findChanges(app.db, row.id);
      return presentAnnouncement(row, today, { changes, topics: [], guides: [], offices: [], explains: [], explainedBy: [] });
    }
    const [changes, topics, guides, offices, explains, explainedBy] = await Promise.all([
      findChanges(app.db, row.id),
      findTopics(app.db, row.topics),
      findGuides(app.db, row.guide_ids),
      findOffices(app.db, row.office_codes),
      findReferredTo(app.db, row.explained_ids),
      findExplaining(app.db, row.id),
    ]);
    return presentAnnouncement(row, today, {
      changes,
      topics,
      guides: guides.map(({ id, name }) => ({ id: String(id), name })),
      offices,
      explains: explains.map(presentAnnouncementRef),
      explainedBy: explainedBy.map(presentAnnouncementRef),
    });
  },
);
