import type { GuideContent } from '../../../server/contract/guideContent';
import type { GuideOffice, ServiceGuide } from '../../../server/contract/serviceGuides';
import type { OfficeWindow } from '../../../server/contract/offices';
import { joined } from './contentLabels';

/** 一楼 公安户政窗口 A01、A02, one line for each group of windows. */
export const windowLines = (windows: readonly OfficeWindow[]): string[] => {
  const groups = new Map<string, string[]>();
  for (const { number, name, floor } of windows) {
    const group = joined([floor, name], ' ') ?? '';
    groups.set(group, [...(groups.get(group) ?? []), number]);
  }
  return Array.from(groups, ([group, numbers]) => `${group} ${numbers.join('、')}`.trim());
};

/** How many windows, beside the title of the section; null when that is not known. */
export const windowCountLabel = (offices: readonly GuideOffice[]): string | null => {
  const count = offices.reduce((sum, { windows }) => sum + windows.length, 0);
  return joined([offices.length > 1 ? `${offices.length} 个大厅` : null, count === 0 ? null : `${count} 个窗口`], '，');
};

const placeLine = ({ name, address, windows }: GuideOffice): string => joined([name, address, ...windowLines(windows)], '，') ?? name;

/** Where and when, for a list that is read away from the phone. */
export const placeLines = ({ content, offices }: Pick<ServiceGuide, 'offices'> & { content: Pick<GuideContent, 'address' | 'openingHours'> }): { term: string; text: string }[] => {
  const lines: { term: string; text: string | null | undefined }[] = [
    ...offices.flatMap((office) => [
      { term: '地点', text: placeLine(office) },
      { term: '时间', text: office.openingHours },
      { term: '注意', text: office.note },
    ]),
    { term: '地点', text: content.address },
    { term: '时间', text: content.openingHours },
  ];
  return lines.flatMap(({ term, text }) => (text === null || text === undefined ? [] : [{ term, text }]));
};
