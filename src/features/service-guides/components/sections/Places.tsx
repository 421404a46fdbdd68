import { View } from '@tarojs/components';
import type { GuideOffice } from '../../../../../server/contract/serviceGuides';
import { Heading } from '../../../../components/Heading';
import { LinkTo } from '../../../../components/LinkTo';
import { PhoneLinks } from '../../../../components/PhoneLink';
import { PlaceActions } from '../../../../components/PlaceActions';
import { paths } from '../../../../paths';
import { windowLines } from '../../placeLabels';
import { sizeOf } from '../../../../components/portions';
import { InParts } from '../InParts';
import { LabelledLines } from '../Labelled';
import { firstCharacters } from '../LongText';
import type { SectionContent } from '../Sections';

/** Bytes of a setData; below stand up to three lines of the guide's own. */
const budget = 7_500;

const OfficeLines = ({ office }: { office: GuideOffice }) => {
  const windows = windowLines(office.windows);
  return (
    <View className="part">
      <Heading level={3}>{office.name}</Heading>
      <LabelledLines
        of={office.name}
        lines={[
          ['窗口', windows.length === 0 ? null : windows.join('\n')],
          ['地址', office.address],
          ['时间', office.openingHours],
          ['注意', office.note],
          ['怎么去', office.transport],
          ['无障碍', office.accessibility],
        ]}
      />
      <PlaceActions place={office} />
      {office.phone === null ? null : <PhoneLinks name={office.name} text={office.phone} />}
      <LinkTo to={paths.office(office.code)} label={`看看${office.name}`} className="text-link">
        看看{office.name}
      </LinkTo>
    </View>
  );
};

/** Where and when. */
export const Places = ({ guide: { content, offices } }: SectionContent) => {
  const { name, address, openingHours, transport } = content;
  return (
    <>
      <InParts
        items={offices}
        budget={budget}
        sizeOf={({ name, address, openingHours, transport, accessibility, note, windows }) =>
          sizeOf(16, [name, name, name, address, openingHours, transport, accessibility, note, windowLines(windows).join('\n')], firstCharacters)
        }
        moreLabel={(hidden) => `还有 ${hidden} 个大厅`}
        render={(office) => <OfficeLines key={office.code} office={office} />}
      />
      <LabelledLines
        lines={[
          ['地点', address],
          ['时间', openingHours],
          ['怎么去', transport],
        ]}
      />
      {address === undefined ? null : <PlaceActions place={{ name: offices.length === 0 ? name : '另一个地点', address, location: null }} />}
    </>
  );
};
