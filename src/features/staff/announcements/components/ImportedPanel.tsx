import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { ActionButton } from '../../../../components/ActionButton';
import { Heading } from '../../../../components/Heading';
import { SummaryList } from '../../../../components/SummaryList';
import { plainDate } from '../../../../text/dates';
import type { DraftDesk } from '../DraftDesk';
import { fieldLabel } from '../fieldLabels';
import { Article } from './Article';

/** What was read from a Word document, to be looked at before it takes the place of the text. */
export const ImportedPanel = observer(({ desk }: { desk: DraftDesk }) => {
  const { imported, store } = desk;
  if (imported === null) return null;
  const { title, issuingBody, documentNumber, writtenOn } = imported.guessed;
  const guesses = [
    { term: fieldLabel('title'), value: title },
    { term: fieldLabel('issuingBody'), value: issuingBody },
    { term: fieldLabel('documentNumber'), value: documentNumber },
    { term: fieldLabel('writtenOn'), value: writtenOn === null ? null : plainDate(writtenOn) },
  ].flatMap(({ term, value }) => (value === null ? [] : [{ term, value }]));
  return (
    <View className="section button-stack">
      <Heading level={2}>从文档里读到的内容</Heading>
      {imported.warnings.map((warning) => (
        <View key={warning} className="warning">
          {warning}
        </View>
      ))}
      {guesses.length === 0 ? null : (
        <>
          <View className="hint">下面几项是从文头和落款认出来的，只填到还空着的地方，请核对。</View>
          <SummaryList layout="rows" items={guesses} />
        </>
      )}
      <View className="imported-text">
        <Article html={imported.body} pictureUrl={desk.pictures.urlOf} />
      </View>
      <ActionButton label={store.values.body === '' ? '放进正文' : '替换现在的正文'} onPress={desk.acceptImport} />
      <ActionButton look="secondary" label="不用了" onPress={desk.refuseImport} />
    </View>
  );
});
