import { Text, View } from '@tarojs/components';
import { useCallback, useEffect, useState } from 'react';
import type { DraftComparison } from '../../../../../server/contract/announcementDrafts';
import { toApiError } from '../../../../api/ApiError';
import { Heading } from '../../../../components/Heading';
import { failed, loading, ready, type LoadState } from '../../../../stores/LoadState';
import type { AnnouncementsApi } from '../announcementsApi';
import { NotReady } from '../../components/NotReady';

const words = { same: '', removed: '删去：', added: '新增：', changed: '改动：' } as const;

/** What a correction changes of the published text. Colours help; signs and words say it. */
export const Comparison = ({ api, draftId, revision }: { api: AnnouncementsApi; draftId: string; revision: number }) => {
  const [state, setState] = useState<LoadState<DraftComparison>>(loading);
  const load = useCallback(() => {
    api
      .compareDraft(draftId)
      .then((comparison) => setState(ready(comparison)))
      .catch((error: unknown) => setState(failed(toApiError(error))));
  }, [api, draftId]);
  useEffect(load, [load, revision]);
  if (state.status !== 'ready') return <NotReady state={state} rows={4} onRetry={load} />;
  const { fields, paragraphs, baseVersion } = state.value;
  const changed = paragraphs.filter(({ kind }) => kind !== 'same');
  return (
    <View className="section">
      <Heading level={2}>和第 {baseVersion} 版比</Heading>
      {fields.length === 0 && changed.length === 0 ? <View className="hint">还没有改动。</View> : null}
      {fields.map(({ field, label, before, after }) => (
        <View key={field} className="difference">
          <View className="is-strong">{label}</View>
          <View>原来：{before ?? '（空）'}</View>
          <View>现在：{after ?? '（空）'}</View>
        </View>
      ))}
      {changed.map(({ kind, pieces }, index) => (
        <View key={index} className={`difference is-${kind}`}>
          {words[kind]}
          {pieces.map((piece, at) => (
            <Text key={at} className={`piece is-${piece.kind}`}>
              {piece.kind === 'removed' && kind === 'changed' ? `［删：${piece.text}］` : piece.kind === 'added' && kind === 'changed' ? `［增：${piece.text}］` : piece.text}
            </Text>
          ))}
        </View>
      ))}
    </View>
  );
};
