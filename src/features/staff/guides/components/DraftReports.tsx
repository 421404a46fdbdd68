import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { Heading } from '../../../../components/Heading';
import { Tappable } from '../../../../components/Tappable';
import type { DraftSteps } from '../DraftSteps';
import type { GuideDraftStore } from '../GuideDraftStore';

/** The reports of mistakes that this change answers. */
export const DraftReports = observer(({ store, steps }: { store: GuideDraftStore; steps: DraftSteps }) => {
  const { draft } = store;
  if (draft === null || draft.reports.length === 0) return null;
  return (
    <View className="section">
      <Heading level={2}>群众的反馈</Heading>
      {draft.reports.map(({ id, referenceNumber, description, isOpen, closesWhenPublished }) => (
        <View key={id} className="guide-change">
          <View className="hint">{referenceNumber}</View>
          {description === null ? null : <View className="paragraph">{description}</View>}
          {!isOpen ? (
            <View className="hint">已经处理</View>
          ) : store.canEdit ? (
            <Tappable
              className={closesWhenPublished ? 'choice is-chosen' : 'choice'}
              role="checkbox"
              isChecked={closesWhenPublished}
              label={`${referenceNumber}：发布时标为已改正`}
              onPress={() => void steps.linkReport(id, !closesWhenPublished)}
            >
              发布时标为“已改正”
            </Tappable>
          ) : (
            <View className="hint">{closesWhenPublished ? '发布时标为“已改正”' : '发布后另行处理'}</View>
          )}
        </View>
      ))}
    </View>
  );
});
