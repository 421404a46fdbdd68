import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import type { DraftFinding } from '../../../../../server/contract/guideDrafts';
import { Heading } from '../../../../components/Heading';
import { List, ListItem } from '../../../../components/List';
import { StatusTag } from '../../../../components/StatusTag';
import { Tappable } from '../../../../components/Tappable';
import type { GuideDraftStore } from '../GuideDraftStore';

const kindOf = ({ isBlocking, severity }: DraftFinding): { tone: 'red' | 'amber' | 'neutral'; word: string } =>
  isBlocking ? { tone: 'red', word: '提交前必须改' } : severity === 'advice' ? { tone: 'neutral', word: '建议' } : { tone: 'amber', word: '原来就有，最好补上' };

/** What the check says of the draft, each with the way to its field; without `onOpen`, for who only reads, the words alone. */
export const Findings = observer(({ store, onOpen }: { store: GuideDraftStore; onOpen?: (field: string) => void }) => {
  const { draft } = store;
  if (draft === null) return null;
  const { score, findings } = draft.check;
  return (
    <View className="section">
      <Heading level={2}>检查：{score} 分</Heading>
      {findings.length === 0 ? <View className="notice">没有发现问题。</View> : onOpen === undefined ? null : <View className="hint">点一条，打开要改的地方。</View>}
      <List>
        {findings.map((finding) => {
          const { tone, word } = kindOf(finding);
          const words = (
            <>
              <View className="row-name">{finding.label}</View>
              <StatusTag tone={tone}>{word}</StatusTag>
              <View className="hint">{finding.message}</View>
            </>
          );
          return (
            <ListItem key={finding.rule}>
              {onOpen === undefined ? (
                <View className="row">{words}</View>
              ) : (
                <Tappable className="row has-chevron" label={`${finding.label}，${word}：${finding.message}`} onPress={() => onOpen(finding.field)}>
                  {words}
                </Tappable>
              )}
            </ListItem>
          );
        })}
      </List>
    </View>
  );
});
