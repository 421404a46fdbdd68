import { View } from '@tarojs/components';
import type { Session, SessionClient } from '../../../../server/contract/sessions';
import { ListItem } from '../../../components/List';
import { StatusTag } from '../../../components/StatusTag';
import { Tappable } from '../../../components/Tappable';
import { dateAndTime } from '../../../text/dates';

const clientLabels: Record<SessionClient, string> = { mini_program: '小程序', h5: '网页', desktop: '电脑' };

/** One sign-in: on what, since when, and the way to end it. */
export const SessionRow = ({ session, now, onEnd }: { session: Session; now: number; onEnd: () => void }) => {
  const name = session.deviceLabel ?? clientLabels[session.client];
  return (
    <ListItem>
      <View className="row is-inline">
        <View className="row-name">
          {name} {session.isCurrent ? <StatusTag tone="green">本机</StatusTag> : null}
          <View className="hint">最近使用 {dateAndTime(session.lastSeenAt, now)}</View>
          <View className="hint">登录于 {dateAndTime(session.createdAt, now)}</View>
        </View>
        {session.isCurrent ? null : (
          <Tappable className="text-link" label={`退出${name}的登录`} onPress={onEnd}>
            退出
          </Tappable>
        )}
      </View>
    </ListItem>
  );
};
