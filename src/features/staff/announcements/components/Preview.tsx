import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import { Heading } from '../../../../components/Heading';
import { SummaryList } from '../../../../components/SummaryList';
import { Tappable } from '../../../../components/Tappable';
import { plainDate } from '../../../../text/dates';
import { useIsWide } from '../../useIsWide';
import { kindLabels, untitled, validities } from '../announcementLabels';
import type { DraftValues } from '../draftFields';
import { Article } from './Article';

interface PreviewProps {
  values: DraftValues;
  departmentName: string;
  pictureUrl: (hash: string) => Promise<string>;
}

const facts = (values: DraftValues, departmentName: string) =>
  [
    { term: '索引号', value: values.indexNumber },
    { term: '发文机关', value: values.issuingBody ?? departmentName },
    { term: '发文字号', value: values.documentNumber },
    { term: '成文日期', value: values.writtenOn === undefined || values.writtenOn === null ? undefined : plainDate(values.writtenOn) },
    { term: '主题分类', value: values.subjectClass },
    { term: '效力状态', value: validities.find(({ id }) => id === values.validity)?.name },
    { term: '附件', value: values.attachments?.map(({ name }) => name).join('\n') },
  ].flatMap(({ term, value }) => (value === undefined || value === null || value === '' ? [] : [{ term, value }]));

/** As a citizen will see it, on a phone or at a computer. */
export const Preview = observer(({ values, departmentName, pictureUrl }: PreviewProps) => {
  const isWide = useIsWide();
  const [isPhone, setIsPhone] = useState(true);
  return (
    <View className="section">
      <View className="beside">
        <Heading level={2}>群众看到的样子</Heading>
        {isWide ? (
          <View className="choices">
            {[true, false].map((each) => (
              <Tappable key={String(each)} className={isPhone === each ? 'choice is-chosen' : 'choice'} label={each ? '手机' : '电脑'} isPressed={isPhone === each} onPress={() => setIsPhone(each)}>
                {each ? '手机' : '电脑'}
              </Tappable>
            ))}
          </View>
        ) : null}
      </View>
      <View className={isWide && isPhone ? 'preview is-phone' : 'preview'}>
        <View className="hint">{kindLabels[values.kind]}</View>
        <Heading level={3} className="preview-title">
          {untitled(values.title)}
        </Heading>
        <SummaryList layout="rows" items={facts(values, departmentName)} />
        <Article html={values.body} pictureUrl={pictureUrl} />
      </View>
    </View>
  );
});
