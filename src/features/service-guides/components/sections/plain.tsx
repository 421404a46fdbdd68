import { View } from '@tarojs/components';
import { PhoneLinks } from '../../../../components/PhoneLink';
import { plainDate } from '../../../../text/dates';
import { itemTypeLabels } from '../../../../text/serviceGuideLabels';
import { bodyNatureLabels, exerciseLevelLabels, joined, powerSourceLabels } from '../../contentLabels';
import { LabelledLines } from '../Labelled';
import { LongText } from '../LongText';
import type { SectionContent } from '../Sections';

/** Conditions are what people look up: more of them at first than of other texts. */
export const Eligibility = ({ guide: { content } }: SectionContent) =>
  content.eligibility === undefined ? null : <LongText text={content.eligibility} name="受理条件" first={1000} />;

export const Booking = ({ guide: { content } }: SectionContent) => (
  <>
    {content.isBookable === undefined ? null : <View className="paragraph">{content.isBookable ? '可以预约。' : '不用预约，直接去就可以。'}</View>}
    {content.bookingNote === undefined ? null : <LongText text={content.bookingNote} name="预约说明" />}
    <LabelledLines lines={[['每天能办', content.dailyCapacity === undefined ? null : `${content.dailyCapacity} 件`]]} />
  </>
);

export const Rights = ({ guide: { content } }: SectionContent) => (
  <LabelledLines
    lines={[
      ['您的权利和义务', content.rightsAndDuties],
      ['不服结果，向谁申请行政复议', content.reconsiderationBody],
      ['不服结果，向哪个法院起诉', content.litigationBody],
    ]}
  />
);

export const Phones = ({ guide: { content } }: SectionContent) => (
  <>
    {content.consultationPhone === undefined ? null : <PhoneLinks name="咨询电话" text={content.consultationPhone} />}
    {content.supervisionPhone === undefined ? null : <PhoneLinks name="监督投诉电话" text={content.supervisionPhone} />}
  </>
);

/** What the administration needs to name the matter, and hardly anybody else. */
export const OtherFacts = ({ guide: { implementationCode, department, content } }: SectionContent) => (
  <LabelledLines
    lines={[
      ['实施编码', implementationCode],
      ['基本编码', content.basicCode],
      ['业务办理项编码', content.businessCode],
      ['事项类型', itemTypeLabels[content.itemType]],
      ['实施主体', department.name],
      ['实施主体编码', content.implementingBodyCode],
      ['实施主体性质', content.implementingBodyNature && bodyNatureLabels[content.implementingBodyNature]],
      ['委托部门', content.delegatedBody],
      ['联办机构', joined(content.jointBodies ?? [], '、')],
      ['行使层级', content.exerciseLevel && exerciseLevelLabels[content.exerciseLevel]],
      ['权力来源', content.powerSource && powerSourceLabels[content.powerSource]],
      ['数量限制', content.quantityLimit],
      ['中介服务', content.intermediaryServices],
      ['生效日期', content.effectiveOn && plainDate(content.effectiveOn)],
      ['取消日期', content.cancelledOn && plainDate(content.cancelledOn)],
      ['常见说法', joined(content.keywords ?? [], '、')],
    ]}
  />
);
