import type { FoundGuide, GuideSearchResult } from '../../server/contract/guideSearch';
import type { ServiceGuidePage, ServiceGuideSummary } from '../../server/contract/serviceGuides';

export const aSummary = (changes: Partial<ServiceGuideSummary> = {}): ServiceGuideSummary => ({
  id: '7',
  name: '居民身份证补领',
  department: { id: '1', name: '云岫县公安局' },
  itemType: 'confirmation',
  audiences: ['natural_person'],
  handlingType: 'committed',
  committedLimit: { amount: 10, unit: 'working_day' },
  status: 'in_effect',
  ...changes,
});

export const aPage = (items: ServiceGuideSummary[] = [aSummary()], nextCursor: string | null = null): ServiceGuidePage => ({
  items,
  nextCursor,
  total: { count: items.length, label: String(items.length) },
});

export const aFind = (changes: Partial<ServiceGuideSummary> = {}): FoundGuide => ({ guide: aSummary(changes), reason: '名称里有“身份证”' });

export const aResult = (changes: Partial<GuideSearchResult> = {}): GuideSearchResult => ({ items: [aFind()], total: 1, nextOffset: null, understoodAs: null, isNear: false, ...changes });
