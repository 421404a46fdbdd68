/** Every page of the app by its name; the same paths on WeChat and in the browser. */
export const paths = {
  home: '/pages/home/index',
  serviceGuides: '/pages/service-guides/index',
  my: '/pages/my/index',
  search: '/features/service-guides/pages/search/index',
  searchFor: (query: string) => `/features/service-guides/pages/search/index?query=${encodeURIComponent(query)}`,
  guide: (guideId: string) => `/features/service-guides/pages/detail/index?guideId=${encodeURIComponent(guideId)}`,
  guideVersions: (guideId: string) => `/features/service-guides/pages/versions/index?guideId=${encodeURIComponent(guideId)}`,
  /** The guides of one topic, department or office. */
  guideList: (by: 'topic' | 'departmentId' | 'officeCode', value: string) => `/features/service-guides/pages/list/index?by=${by}&value=${encodeURIComponent(value)}`,
  office: (officeCode: string) => `/features/offices/pages/detail/index?officeCode=${encodeURIComponent(officeCode)}`,
  announcements: '/features/announcements/pages/list/index',
  announcementsFound: (query: string) => `/features/announcements/pages/list/index?query=${encodeURIComponent(query)}`,
  announcement: (announcementId: string) => `/features/announcements/pages/detail/index?announcementId=${encodeURIComponent(announcementId)}`,
  announcementVersion: (announcementId: string, version: number) => `/features/announcements/pages/version/index?announcementId=${encodeURIComponent(announcementId)}&version=${version}`,
  help: '/features/help/pages/help/index',
  feedback: '/features/help/pages/feedback/index',
  reportGuide: (guideId: string) => `/features/help/pages/feedback/index?guideId=${encodeURIComponent(guideId)}`,
  favourites: '/features/favourites/pages/list/index',
  inbox: '/features/inbox/pages/inbox/index',
  follows: '/features/inbox/pages/follows/index',
  /** @param from where to go on after signing in; a path of this app */
  signIn: (from: string) => `/features/account/pages/sign-in/index?from=${encodeURIComponent(from)}`,
  phoneNumber: '/features/account/pages/phone-number/index',
  sessions: '/features/account/pages/sessions/index',
  privacyPolicy: '/features/account/pages/privacy-policy/index',
  staffInvitation: (token: string) => `/features/staff/pages/invitation/index?token=${encodeURIComponent(token)}`,
  workbench: '/features/staff/pages/workbench/index',
  staffReports: '/features/staff/pages/reports/index',
  staffMembers: '/features/staff/pages/members/index',
  staffMember: (memberId: string) => `/features/staff/pages/member/index?memberId=${encodeURIComponent(memberId)}`,
  staffInvite: '/features/staff/pages/invite-member/index',
  staffAudit: '/features/staff/pages/audit/index',
  staffSearches: '/features/staff/pages/searches/index',
  guideDrafts: '/features/staff/pages/guide-drafts/index',
  guideDraft: (draftId: string) => `/features/staff/pages/guide-draft/index?draftId=${encodeURIComponent(draftId)}`,
  /** @param reportId the report of a mistake that the change answers */
  editGuide: (guideId: string, reportId = '') =>
    `/features/staff/pages/guide-draft/index?guideId=${encodeURIComponent(guideId)}${reportId === '' ? '' : `&reportId=${encodeURIComponent(reportId)}`}`,
  guideReview: '/features/staff/pages/guide-review/index',
  staffDepartments: '/features/staff/pages/departments/index',
  staffOffices: '/features/staff/pages/offices/index',
  staffSynonyms: '/features/staff/pages/synonyms/index',
  /** Adding a word for what people searched for without finding anything. */
  staffSynonymFor: (phrase: string) => `/features/staff/pages/synonyms/index?phrase=${encodeURIComponent(phrase)}`,
  staffImports: '/features/staff/pages/imports/index',
  /** Where a staff member confirms on the phone; the QR code on the desktop leads here. */
  confirm: '/features/staff/pages/confirm/index',
  confirmRequest: (requestId: string) => `/features/staff/pages/confirm/index?id=${encodeURIComponent(requestId)}`,
  staffAnnouncements: '/features/staff/pages/announcements/index',
  announcementDraft: (draftId: string) => `/features/staff/pages/announcement-draft/index?draftId=${encodeURIComponent(draftId)}`,
  staffAnnouncement: (announcementId: string) => `/features/staff/pages/announcement/index?announcementId=${encodeURIComponent(announcementId)}`,
  bodyNames: '/features/staff/pages/body-names/index',
  notFound: '/features/wayfinding/pages/not-found/index',
} as const;

export const tabPaths: readonly string[] = [paths.home, paths.serviceGuides, paths.my];
