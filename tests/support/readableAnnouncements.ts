import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { systemClock } from '../../server/clock';
import { openDatabase } from '../../server/database/database';
import { migrate } from '../../server/database/migrate';
import { openPglitePool } from '../../server/database/pglitePool';
import { seedDemoCity } from '../../server/database/seed/demoCity';
import { FolderStorage } from '../../server/files/folderStorage';
import { archiveAnnouncement, correctAnnouncement, insertAnnouncement, withdrawAnnouncement } from './publicAnnouncements';
import { longestBodySample, richBody } from './publicAnnouncementSamples';

export type ReadableAnnouncements = Record<'urgent' | 'rich' | 'repealed' | 'withdrawn' | 'archived' | 'longest' | 'concerning', string>;

const file = (number: number, name: string, mediaType: string) => ({ hash: String(number).padStart(64, 'e'), name, mediaType, byteSize: 48_000 * number });

/** Puts announcements in every state into a new data folder, for a server that has not been started yet. */
export async function prepareAnnouncements(dataFolder: string): Promise<ReadableAnnouncements> {
  const folder = join(dataFolder, 'pglite');
  await mkdir(folder, { recursive: true });
  const pool = await openPglitePool(folder);
  await migrate(pool);
  await seedDemoCity(pool, await FolderStorage.open(join(dataFolder, 'files'), systemClock), systemClock);
  const database = { pool, db: openDatabase(pool), openAnotherPool: () => pool, url: undefined, close: () => pool.end() };
  const today = new Date().toISOString();
  const made = {
    urgent: await insertAnnouncement(database, { publishedAt: today, department: '云岫县应急管理局', content: { kind: 'urgent_notice', title: '暴雨橙色预警：今天下午政务大厅暂停办理', body: '<p>受暴雨影响，县政务大厅今天13:30起暂停办理，恢复时间另行通知。</p>' } }),
    repealed: await insertAnnouncement(database, { publishedAt: '2025-06-01T02:00:00Z', content: { kind: 'policy_document', title: '云岫县老旧小区改造补助办法', validity: 'repealed', documentNumber: '云政发〔2025〕8号', body: '<p>第一条 为改善居住条件，制定本办法。</p>' } }),
    rich: await insertAnnouncement(database, {
      publishedAt: '2026-10-20T02:00:00Z',
      content: {
        kind: 'policy_document',
        title: '云岫县人民政府关于进一步优化政务服务、方便群众办事的若干措施',
        validity: 'in_force',
        documentNumber: '云政发〔2026〕12号',
        issuingBody: '云岫县人民政府',
        writtenOn: '2026-10-18',
        effectiveOn: '2026-12-01',
        indexNumber: 'YX001-2026-00012',
        keywords: ['政务服务', '便民'],
        topics: ['np.certificates'],
        body: richBody.replace(/<p>现场.*?如图<\/p>/, ''),
        attachments: [file(1, '办理事项清单.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'), file(30, '若干措施全文.pdf', 'application/pdf')],
        officeCodes: ['YX-ZX'],
      },
    }),
    withdrawn: await insertAnnouncement(database, { publishedAt: '2026-11-01T02:00:00Z', content: { title: '关于公布补助名单的公告', body: '<p>名单</p>' } }),
    archived: await insertAnnouncement(database, { publishedAt: '2024-03-01T02:00:00Z', content: { title: '2024年清明节办事安排', body: '<p>清明节放假一天。</p>' } }),
    longest: await insertAnnouncement(database, { publishedAt: '2026-09-01T02:00:00Z', content: { title: '云岫县国土空间总体规划文本', body: longestBodySample } }),
    concerning: await insertAnnouncement(database, { publishedAt: '2026-11-10T02:00:00Z', content: { kind: 'service_notice', title: '身份证窗口周末延长办理时间', body: '<p>周六、周日上午可以办理。</p>', officeCodes: ['YX-ZX'], guideIds: ['1'] } }),
  };
  await correctAnnouncement(database, made.rich, { effectiveOn: '2026-12-01' }, '施行日期写错，由11月1日改为12月1日', '2026-10-22T02:00:00Z');
  await withdrawAnnouncement(database, made.withdrawn, '名单有误，核对后另行公布');
  await archiveAnnouncement(database, made.archived);
  const explained = { kind: 'policy_explained' as const, title: '一图读懂：优化政务服务若干措施', body: '<p>问：哪些事可以周末办？答：身份证、社保卡。</p>', explainedIds: [made.rich] };
  await insertAnnouncement(database, { publishedAt: '2026-10-21T02:00:00Z', content: explained });
  for (let number = 1; number <= 22; number += 1) await insertAnnouncement(database, { publishedAt: `2026-08-${String(number).padStart(2, '0')}T02:00:00Z`, content: { title: `供水管网检修公告（第${number}期）`, keywords: ['停水'] } });
  await pool.end();
  return made;
}
