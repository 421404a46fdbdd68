import type { Page } from '../../server/contract/pagination';
import type { ServiceGuideQuery } from '../../server/contract/serviceGuides';
import type { TopicKind } from '../../server/contract/topics';
import type { SiteApi } from '../api/siteApi';

/** How guides are put together: the parameter of a list of guides that names the group. */
export type GroupBy = keyof Pick<ServiceGuideQuery, 'topic' | 'departmentId' | 'officeCode'>;

/** One topic, department or office, with the number of its guides. */
export interface GuideGroup {
  kind: TopicKind | 'department' | 'office';
  /** Code or id, as the list of guides is asked for it. */
  value: string;
  name: string;
  /** Under the name: the address of an office. */
  note: string | null;
  count: number;
}

/** Only ends a chain of pages that never ends. A county has a few dozen offices. */
const mostPages = 10;

async function allItems<Item>(fetchPage: (cursor?: string) => Promise<Page<Item>>): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const { items: more, nextCursor } = await fetchPage(cursor);
    items.push(...more);
    if (nextCursor === null) break;
    cursor = nextCursor;
  }
  return items;
}

const isUsed = ({ count }: GuideGroup): boolean => count > 0;

/** Where the groups of each sort come from. A group without guides leads nowhere and is left out. @throws ApiError */
export const groupSources: Record<GroupBy, (api: SiteApi) => Promise<GuideGroup[]>> = {
  topic: async (api) => {
    const { items } = await api.listTopics();
    return items.map(({ kind, code, name, guideCount }) => ({ kind, value: code, name, note: null, count: guideCount })).filter(isUsed);
  },
  departmentId: async (api) => {
    const { items } = await api.listDepartments();
    return items.map(({ id, name, guideCount }) => ({ kind: 'department' as const, value: id, name, note: null, count: guideCount })).filter(isUsed);
  },
  officeCode: async (api) => {
    const offices = await allItems(api.listOffices);
    return offices.map(({ code, name, address, guideCount }) => ({ kind: 'office' as const, value: code, name, note: address, count: guideCount })).filter(isUsed);
  },
};

export const isGroupBy = (text: string | undefined): text is GroupBy => text !== undefined && Object.prototype.hasOwnProperty.call(groupSources, text);
