import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import type { ReactNode } from 'react';
import type { ServiceGuide } from '../../../../server/contract/serviceGuides';
import { Disclosure } from '../../../components/Disclosure';
import type { GuideSection, GuideStore } from '../GuideStore';
import { windowCountLabel } from '../placeLabels';
import { Faqs } from './sections/Faqs';
import { Fees } from './sections/Fees';
import { LegalBases } from './sections/LegalBases';
import { Booking, Eligibility, OtherFacts, Phones, Rights } from './sections/plain';
import { Places } from './sections/Places';
import { OnlineProcess, Process } from './sections/Process';
import { Related } from './sections/Related';
import { Results } from './sections/Results';

/** What the content of a section is made from. */
export interface SectionContent {
  guide: ServiceGuide;
}

interface Part {
  section: GuideSection;
  title: string;
  note?: string | null;
  isKnown: boolean;
  Content: (props: SectionContent) => ReactNode;
}

const countNote = (list: readonly unknown[] | undefined, unit: string): string => `${list?.length ?? 0} ${unit}`;
const has = (...values: unknown[]): boolean => values.some((value) => value !== undefined && !(Array.isArray(value) && value.length === 0));

/** The parts in the order in which people look for them. */
const partsOf = ({ content, offices, relatedGuides, topics }: ServiceGuide): Part[] => [
  {
    section: 'process',
    title: '办理流程',
    isKnown: has(content.onSiteSteps, content.specialProcedures, content.processPicture, content.channels, content.visitsReason, content.statutoryLimit, content.committedLimit),
    Content: Process,
  },
  { section: 'online', title: '网上办理', isKnown: has(content.onlineSteps, content.onlineDepth, content.onlineAddress), Content: OnlineProcess },
  { section: 'place', title: '办理地点和时间', note: windowCountLabel(offices), isKnown: has(offices, content.address, content.openingHours, content.transport), Content: Places },
  { section: 'eligibility', title: '受理条件', isKnown: has(content.eligibility), Content: Eligibility },
  { section: 'fees', title: '收费标准', isKnown: has(content.isCharged, content.fee, content.fees), Content: Fees },
  { section: 'results', title: '办理结果', isKnown: has(content.results), Content: Results },
  { section: 'booking', title: '预约', isKnown: has(content.isBookable, content.bookingNote, content.dailyCapacity), Content: Booking },
  { section: 'legal', title: '法律依据', note: countNote(content.legalBases, '条'), isKnown: has(content.legalBases), Content: LegalBases },
  { section: 'faqs', title: '常见问题', note: countNote(content.faqs, '个'), isKnown: has(content.faqs), Content: Faqs },
  { section: 'rights', title: '权利和救济', isKnown: has(content.rightsAndDuties, content.reconsiderationBody, content.litigationBody), Content: Rights },
  { section: 'phones', title: '咨询和监督电话', isKnown: has(content.consultationPhone, content.supervisionPhone), Content: Phones },
  { section: 'other', title: '事项编码和其他信息', isKnown: true, Content: OtherFacts },
  { section: 'related', title: '相关事项', isKnown: has(relatedGuides, topics), Content: Related },
];

/** What most people do not need at once; a part without content has no entry, a closed one is not mounted. */
export const Sections = observer(({ store, guide }: { store: GuideStore; guide: ServiceGuide }) => (
  <View className="section sections">
    {partsOf(guide)
      .filter(({ isKnown }) => isKnown)
      .map(({ section, title, note = null, Content }) => {
        const isOpen = store.openSections.includes(section);
        return (
          <Disclosure key={section} title={title} note={note} isOpen={isOpen} onToggle={() => store.toggleSection(section)}>
            {isOpen ? <Content guide={guide} /> : null}
          </Disclosure>
        );
      })}
  </View>
));
