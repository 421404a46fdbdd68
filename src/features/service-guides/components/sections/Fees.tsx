import { View } from '@tarojs/components';
import type { Fee } from '../../../../../server/contract/guideContent';
import { Heading } from '../../../../components/Heading';
import { joined } from '../../contentLabels';
import { sizeOf } from '../../../../components/portions';
import { InParts } from '../InParts';
import { LabelledLines } from '../Labelled';
import { firstCharacters, LongText } from '../LongText';
import type { SectionContent } from '../Sections';

/** Bytes of a setData, beside the explanation above. */
const budget = 9_000;

const yesOrNo = (is: boolean | undefined, yes: string, no: string): string | null => (is === undefined ? null : is ? yes : no);

const FeeLines = ({ fee }: { fee: Fee }) => (
  <View className="part">
    <Heading level={3}>{fee.item}</Heading>
    <LabelledLines
      of={fee.item}
      lines={[
        ['多少钱', fee.standard],
        ['怎么付', yesOrNo(fee.canPayOnline, '可以网上付款', '只能现场付款')],
        ['能不能减免', joined([yesOrNo(fee.isReducible, '可以减免', '不能减免'), fee.reductionNote], '，')],
        ['依据', fee.basis],
      ]}
    />
  </View>
);

/** What it costs, item by item. */
export const Fees = ({ guide: { content } }: SectionContent) => (
  <>
    {content.isCharged === false ? <View className="paragraph">不收费。</View> : null}
    {content.fee === undefined || (content.isCharged === false && /^不收费。?$/.test(content.fee)) ? null : <LongText text={content.fee} name="收费说明" />}
    <InParts
      items={content.fees ?? []} 
      budget={budget}
      sizeOf={({ item, standard, reductionNote, basis }) => sizeOf(8, [item, standard, reductionNote, basis], firstCharacters)}
      moreLabel={(hidden) => `还有 ${hidden} 项收费`}
      render={(fee, index) => <FeeLines key={index} fee={fee} />}
    />
  </>
);
