import type { AnnouncementPage } from '../../server/contract/announcements';
import { demoDraftId } from '../../server/database/seed/demoAnnouncementTexts';
import { paths } from '../../src/paths';
import type { Phone } from './miniprogramPhone';
import type { PhoneTown } from './miniprogramTown';

export interface NamedPage {
  name: string;
  url: string;
}

const search = (words: string): string => `${paths.search}?query=${encodeURIComponent(words)}`;

/** Every page, once in each shape it can have. */
export async function pagesOf(town: PhoneTown): Promise<NamedPage[]> {
  const guide = await town.guideNamed('居民身份证补领');
  const { items: announcements } = await town.ask<AnnouncementPage>('GET', '/announcements?limit=50');
  const [newest] = announcements;
  const corrected = announcements.find(({ correctedAt }) => correctedAt !== null);
  if (newest === undefined || corrected === undefined) throw new Error('the demo county has no corrected announcement');
  return [
    { name: '首页', url: paths.home },
    { name: '一个主题', url: paths.guideList('topic', 'np.certificates') },
    { name: '一个部门', url: paths.guideList('departmentId', guide.department.id) },
    { name: '一个大厅的事项', url: paths.guideList('officeCode', 'YX-ZX') },
    { name: '没有这个主题', url: paths.guideList('topic', 'np.nothing') },
    { name: '办事', url: paths.serviceGuides },
    { name: '我的', url: paths.my },
    { name: '搜索', url: paths.search },
    { name: '搜索，有结果', url: search('身份证') },
    { name: '搜索，没有结果', url: search('qqqq') },
    { name: '指南', url: paths.guide(guide.id) },
    { name: '改了什么', url: paths.guideVersions(guide.id) },
    { name: '指南，已撤下', url: paths.guide('987654321') },
    { name: '改了什么', url: paths.guideVersions(guide.id) },
    { name: '改了什么，已撤下', url: paths.guideVersions('987654321') },
    { name: '大厅', url: paths.office('YX-ZX') },
    { name: '大厅，已撤并', url: paths.office('nowhere') },
    { name: '帮助', url: paths.help },
    { name: '意见反馈', url: paths.feedback },
    { name: '指南有误', url: paths.reportGuide(guide.id) },
    { name: '指南有误，已撤下', url: paths.reportGuide('987654321') },
    { name: '我的收藏', url: paths.favourites },
    { name: '我的消息', url: paths.inbox },
    { name: '我的关注', url: paths.follows },
    { name: '登录', url: paths.signIn(paths.my) },
    { name: '手机号', url: paths.phoneNumber },
    { name: '登录与账号', url: paths.sessions },
    { name: '隐私保护指引', url: paths.privacyPolicy },
    { name: '工作人员邀请，已用过', url: paths.staffInvitation('A'.repeat(43)) },
    { name: '工作台', url: paths.workbench },
    { name: '群众的反馈', url: paths.staffReports },
    { name: '扫码确认', url: paths.confirm },
    { name: '没有搜到的说法', url: paths.staffSearches },
    { name: '编写办事指南', url: paths.guideDrafts },
    { name: '修改指南', url: paths.guideDraft('00000000-0000-4000-8000-000000000201') },
    { name: '年度核对', url: paths.guideReview },
    { name: '公告', url: paths.announcements },
    { name: '公告，有结果', url: paths.announcementsFound('医保') },
    { name: '公告正文', url: paths.announcement(newest.id) },
    { name: '公告正文，更正过', url: paths.announcement(corrected.id) },
    { name: '公告正文，没有', url: paths.announcement('987654321') },
    { name: '公告旧版', url: paths.announcementVersion(corrected.id, 1) },
    { name: '写公告', url: paths.staffAnnouncements },
    { name: '公告草稿', url: paths.announcementDraft(demoDraftId('gov-draft')) },
    { name: '已发布的公告', url: paths.staffAnnouncement(newest.id) },
    { name: '机构名称', url: paths.bodyNames },
    { name: '部门', url: paths.staffDepartments },
    { name: '大厅和窗口', url: paths.staffOffices },
    { name: '群众的说法', url: paths.staffSynonyms },
    { name: '批量导入', url: paths.staffImports },
    { name: '工作人员', url: paths.staffMembers },
    { name: '一位工作人员', url: paths.staffMember('00000000-0000-4000-8000-000000000021') },
    { name: '邀请工作人员', url: paths.staffInvite },
    { name: '操作记录', url: paths.staffAudit },
    { name: '没有这个页面', url: paths.notFound },
  ];
}

/** Signs in from the page 我的. */
export async function signIn(phone: Phone): Promise<void> {
  await phone.start(paths.my);
  await phone.tap('微信登录');
  await phone.tap('同意并登录');
}
