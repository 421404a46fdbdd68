import { View } from '@tarojs/components';
import { useCallback, useEffect, useState } from 'react';
import type { Alarm } from '../../../../../server/contract/alarms';
import { toApiError, type ApiError } from '../../../../api/ApiError';
import { errorText } from '../../../../api/errorMessages';
import { ActionButton } from '../../../../components/ActionButton';
import { Heading } from '../../../../components/Heading';
import { List, ListItem } from '../../../../components/List';
import { StatusTag } from '../../../../components/StatusTag';
import { useStores } from '../../../../stores/StoreContext';
import { plainDate } from '../../../../text/dates';
import { announcementsApi } from '../announcementsApi';
import '../announcements.scss';

const levels: Record<Alarm['level'], { name: string; tone: 'neutral' | 'amber' | 'red' }> = {
  notice: { name: '留意', tone: 'neutral' },
  warning: { name: '快到期', tone: 'amber' },
  urgent: { name: '马上到期', tone: 'red' },
  failed: { name: '已不合格', tone: 'red' },
};

/** On a phone it is asked for by a press: the workbench itself has to be there at once. */
export const AlarmSection = () => {
  const [isOpen, setIsOpen] = useState(process.env.TARO_ENV === 'h5');
  if (isOpen) return <AlarmPanel isAsked={process.env.TARO_ENV !== 'h5'} />;
  return (
    <View className="section">
      <ActionButton look="secondary" label="看更新提醒" onPress={() => setIsOpen(true)} />
    </View>
  );
};

/** What an inspector would find fault with, before one comes. Says that all is well only to who asked. */
const AlarmPanel = ({ isAsked }: { isAsked: boolean }) => {
  const { client } = useStores();
  const [items, setItems] = useState<Alarm[] | null>(null);
  const [failure, setFailure] = useState<ApiError | null>(null);
  const load = useCallback(() => {
    setFailure(null);
    announcementsApi(client)
      .listAlarms()
      .then((list) => setItems(list.items))
      // Whoever has nothing to do with announcements has no alarms.
      .catch((thrown: unknown) => setFailure(toApiError(thrown).code === 'not_allowed' ? null : toApiError(thrown)));
  }, [client]);
  useEffect(load, [load]);
  if (failure !== null) {
    return (
      <View className="section">
        <View className="hint">更新提醒没有取到：{errorText(failure).title}。</View>
        <ActionButton look="plain" label="重试" onPress={load} />
      </View>
    );
  }
  if (items === null || items.length === 0) {
    if (!isAsked) return null;
    return (
      <View className="section">
        <View className="hint">{items === null ? '正在查' : '没有要提醒的，更新都及时。'}</View>
      </View>
    );
  }
  return (
    <View className="section">
      <Heading level={2}>更新提醒：{items.length} 条</Heading>
      <List>
        {items.map((alarm, index) => (
          <ListItem key={`${alarm.rule}-${alarm.department?.id ?? ''}-${index}`}>
            <View className="row">
              <View className="finding">
                <StatusTag tone={levels[alarm.level].tone}>{levels[alarm.level].name}</StatusTag>
                <View className="finding-words">
                  <View>{alarm.message}</View>
                  <View className="hint">
                    {[
                      ...(alarm.dueOn === null ? [] : [`最晚 ${plainDate(alarm.dueOn)}`]),
                      ...(alarm.responsible.length === 0 ? ['还没有定责任人'] : [`责任人：${alarm.responsible.map(({ name }) => name).join('、')}`]),
                      `依据：${alarm.source}`,
                    ].join(' · ')}
                  </View>
                </View>
              </View>
            </View>
          </ListItem>
        ))}
      </List>
    </View>
  );
};
