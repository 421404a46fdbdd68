import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import type { ProcessStep, SpecialProcedure } from '../../../../../server/contract/guideContent';
import { Heading } from '../../../../components/Heading';
import { List, ListItem } from '../../../../components/List';
import { Notice, type NoticeText } from '../../../../components/Notice';
import { Tappable } from '../../../../components/Tappable';
import { durationLabel } from '../../../../text/serviceGuideLabels';
import { channelLabels, joined, onlineDepthLabels } from '../../contentLabels';
import { sizeOf } from '../../../../components/portions';
import { GuideFileLink } from '../GuideFileLink';
import { InParts } from '../InParts';
import { LabelledLines } from '../Labelled';
import { firstCharacters, LongText } from '../LongText';
import type { SectionContent } from '../Sections';

/** Bytes of a setData: steps, what is not counted in the time, and the lines above them together. */
const budget = { steps: 5_500, onlineSteps: 9_000, specialProcedures: 2_500 };
const firstOfLine = 80;

const Steps = ({ title, steps, bytes }: { title: string; steps: readonly ProcessStep[]; bytes: number }) => (
  <InParts
    items={steps}
    budget={bytes}
    sizeOf={({ name, limit, description }) => sizeOf(1, [name, limit, description], firstCharacters)}
    moreLabel={(hidden) => `${title}还有 ${hidden} 步`}
    render={({ name, description, limit }, index) => (
      <ListItem key={index}>
        <View className="step-name">{joined([`${index + 1}. ${name}`, limit])}</View>
        {description === undefined ? null : <LongText className="step-text" text={description} name={`${title}的${name}`} />}
      </ListItem>
    )}
    wrap={(rows) => <List isOrdered>{rows}</List>}
  />
);

const SpecialProcedures = ({ procedures }: { procedures: readonly SpecialProcedure[] }) => (
  <View className="part">
    <Heading level={3}>不算在时限里的环节</Heading>
    <InParts
      items={procedures}
      budget={budget.specialProcedures}
      sizeOf={({ name, limit, basis }) => sizeOf(1, [name, limit, basis], firstOfLine)}
      moreLabel={(hidden) => `还有 ${hidden} 个环节`}
      render={({ name, limit, basis }, index) => (
        <View key={index} className="labelled">
          <View className="step-name">{joined([name, limit])}</View>
          {basis === undefined ? null : <LongText className="step-text" text={basis} name={`${name}的依据`} first={firstOfLine} />}
        </View>
      )}
    />
  </View>
);

/** Where it is done on the web. WeChat opens no foreign pages: there the address is copied. */
const OnlineAddress = ({ address }: { address: string }) => {
  const [notice, setNotice] = useState<NoticeText | null>(null);
  if (process.env.TARO_ENV === 'h5') {
    return (
      <a className="tappable text-link" href={address} target="_blank" rel="noopener noreferrer">
        打开网上办事页面
      </a>
    );
  }
  const copy = () => {
    Taro.setClipboardData({ data: address })
      .then(() => setNotice({ text: '网址已复制，请在浏览器里打开。', isFailure: false }))
      .catch(() => setNotice({ text: `没有复制成功，网址是 ${address}`, isFailure: true }));
  };
  return (
    <View>
      <Tappable className="text-link" label="复制网上办理的网址" onPress={copy}>
        复制网上办理的网址
      </Tappable>
      <View>{notice === null ? null : <Notice {...notice} />}</View>
    </View>
  );
};

/** How it goes: in which ways, how long, step by step, and what may take longer. */
export const Process = ({ guide: { id, content } }: SectionContent) => {
  const { channels = [], visitsReason, statutoryLimit, committedLimit, onSiteSteps = [], specialProcedures = [], processPicture } = content;
  return (
    <>
      <LabelledLines
        first={firstOfLine}
        lines={[
          ['办理方式', joined(channels.map((channel) => channelLabels[channel]), '、')],
          ['为什么要到现场', visitsReason],
          ['承诺时限', committedLimit && joined([durationLabel(committedLimit), committedLimit.note], '，')],
          ['法定时限', statutoryLimit && joined([durationLabel(statutoryLimit), statutoryLimit.note], '，')],
        ]}
      />
      {onSiteSteps.length === 0 ? null : (
        <View className="part">
          <Heading level={3}>到窗口怎么办</Heading>
          <Steps title="窗口办理" steps={onSiteSteps} bytes={budget.steps} />
        </View>
      )}
      {specialProcedures.length === 0 ? null : <SpecialProcedures procedures={specialProcedures} />}
      {processPicture === undefined ? null : <GuideFileLink guideId={id} file={processPicture} kind="流程图" />}
    </>
  );
};

/** How far one gets without leaving home, and how. */
export const OnlineProcess = ({ guide: { content } }: SectionContent) => {
  const { onlineDepth, onlineAddress, onlineSteps = [] } = content;
  return (
    <>
      <LabelledLines lines={[['能办到哪一步', onlineDepth && onlineDepthLabels[onlineDepth]]]} />
      {onlineAddress === undefined ? null : <OnlineAddress address={onlineAddress} />}
      {onlineSteps.length === 0 ? null : <Steps title="网上办理" steps={onlineSteps} bytes={budget.onlineSteps} />}
    </>
  );
};
