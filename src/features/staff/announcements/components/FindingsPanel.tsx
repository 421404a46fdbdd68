import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import type { AnnouncementFinding } from '../../../../../server/contract/announcementDrafts';
import { Heading } from '../../../../components/Heading';
import { List, ListItem } from '../../../../components/List';
import { StatusTag } from '../../../../components/StatusTag';
import { Tappable } from '../../../../components/Tappable';
import type { DraftStore } from '../DraftStore';
import { fieldLabel } from '../fieldLabels';

/** What the check found; a press leads to the place. */
export const FindingsPanel = observer(({ store, onShow }: { store: DraftStore; onShow: (finding: AnnouncementFinding) => void }) => {
  const findings = store.draft?.findings ?? [];
  const faults = store.faults.length;
  const advice = findings.length - faults;
  const sorted = [...findings].sort((first, second) => Number(second.severity === 'fault') - Number(first.severity === 'fault'));
  return (
    <View className="section">
      <Heading level={2}>检查</Heading>
      <View className="hint" {...(process.env.TARO_ENV === 'h5' ? { role: 'status' } : {})}>
        {findings.length === 0 ? '没有发现问题。' : [faults === 0 ? '没有必须改的' : `${faults} 处必须改`, ...(advice === 0 ? [] : [`${advice} 处建议改`])].join('，')}
        {store.hasUnsaved && findings.length > 0 ? '；保存后重新检查。' : ''}
      </View>
      <List>
        {sorted.map((finding, index) => (
          <ListItem key={`${finding.rule}-${finding.field}-${index}`}>
            <Tappable className="row" label={`${fieldLabel(finding.field)}：${finding.message}`} onPress={() => onShow(finding)}>
              <View className="finding">
                <StatusTag tone={finding.severity === 'fault' ? 'red' : 'amber'}>{finding.severity === 'fault' ? '必须改' : '建议改'}</StatusTag>
                <View className="finding-words">
                  {fieldLabel(finding.field)}：{finding.message}
                  {finding.excerpt === null ? null : <View className="hint">“{finding.excerpt}”</View>}
                </View>
              </View>
            </Tappable>
          </ListItem>
        ))}
      </List>
    </View>
  );
});
