import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import type { ReactNode } from 'react';
import type { ServiceGuide } from '../../../../server/contract/serviceGuides';
import { Disclosure } from '../../../components/Disclosure';
import { PhoneLink } from '../../../components/PhoneLink';
import { SummaryList, type SummaryItem } from '../../../components/SummaryList';
import { itemTypeLabels } from '../../../text/serviceGuideLabels';
import type { GuideSection, GuideStore } from '../GuideStore';

const known = (items: { term: string; value: string | null }[]): SummaryItem[] => items.flatMap(({ term, value }) => (value === null ? [] : [{ term, value }]));

const placeOf = ({ address, openingHours }: ServiceGuide) => known([{ term: '地点', value: address }, { term: '时间', value: openingHours }]);

const codesOf = ({ implementationCode, itemType, statutoryDays, department }: ServiceGuide) =>
  known([
    { term: '实施编码', value: implementationCode },
    { term: '事项类型', value: itemTypeLabels[itemType] },
    { term: '实施主体', value: department.name },
    { term: '法定办结时限', value: statutoryDays === null ? null : `${statutoryDays} 个工作日` },
  ]);

const Phones = ({ guide }: { guide: ServiceGuide }) => (
  <>
    {guide.consultationPhone === null ? null : <PhoneLink name="咨询电话" phone={guide.consultationPhone} />}
    {guide.supervisionPhone === null ? null : <PhoneLink name="监督电话" phone={guide.supervisionPhone} />}
  </>
);

/** What most people do not need; a part without content has no entry. */
export const Sections = observer(({ store, guide }: { store: GuideStore; guide: ServiceGuide }) => {
  const place = placeOf(guide);
  const parts: { section: GuideSection; title: string; isKnown: boolean; content: () => ReactNode }[] = [
    { section: 'eligibility', title: '受理条件', isKnown: guide.eligibility !== null, content: () => <View className="paragraph">{guide.eligibility}</View> },
    { section: 'place', title: '办理地点和时间', isKnown: place.length > 0, content: () => <SummaryList layout="rows" items={place} /> },
    { section: 'phones', title: '咨询和监督电话', isKnown: guide.consultationPhone !== null || guide.supervisionPhone !== null, content: () => <Phones guide={guide} /> },
    { section: 'codes', title: '事项编码', isKnown: true, content: () => <SummaryList layout="rows" items={codesOf(guide)} /> },
  ];
  return (
    <View className="section sections">
      {parts
        .filter(({ isKnown }) => isKnown)
        .map(({ section, title, content }) => {
          const isOpen = store.openSections.includes(section);
          return (
            <Disclosure key={section} title={title} isOpen={isOpen} onToggle={() => store.toggleSection(section)}>
              {isOpen ? content() : null}
            </Disclosure>
          );
        })}
    </View>
  );
});
