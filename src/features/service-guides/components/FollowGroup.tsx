import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useCallback, useEffect, useState } from 'react';
import { toApiError } from '../../../api/ApiError';
import { errorText } from '../../../api/errorMessages';
import { ActionButton } from '../../../components/ActionButton';
import { Notice, type NoticeText } from '../../../components/Notice';
import { paths } from '../../../paths';
import { useStores } from '../../../stores/StoreContext';
import { FollowStore } from '../FollowStore';

interface FollowGroupProps {
  by: 'departmentId' | 'topic';
  value: string;
}

/** Below a list of guides: to be told when something changes here, or no longer. */
export const FollowGroup = observer(({ by, value }: FollowGroupProps) => {
  const { client, session } = useStores();
  const [store] = useState(() => new FollowStore(by, value, client));
  const [notice, setNotice] = useState<NoticeText | null>(null);
  const what = by === 'topic' ? '这个主题' : '这个部门';
  const act = `follow:${by}:${value}`;
  const { isSignedIn, resumedAct } = session;
  useEffect(() => {
    if (isSignedIn) void store.refresh();
  }, [isSignedIn, store]);

  const follow = useCallback(
    (wanted: boolean) => {
      setNotice(null);
      session
        .perform({ path: paths.guideList(by, value), act }, () => store.put(wanted))
        .then((outcome) => {
          if (outcome === 'signed_in') setNotice({ text: wanted ? '已关注，有新内容会出现在“我的消息”里。' : '已不再关注，不会再收到消息。', isFailure: false });
        })
        .catch((error: unknown) => {
          const { title, nextAction } = errorText(toApiError(error));
          setNotice({ text: `${title}，${nextAction}`, isFailure: true });
        });
    },
    [session, store, by, value, act],
  );

  // Back from signing in on another page: the press that led there is carried out now.
  useEffect(() => {
    if (resumedAct === act && session.takeUp(act)) follow(true);
  }, [resumedAct, act, session, follow]);

  const isFollowed = isSignedIn && store.isFollowed === true;
  return (
    <View className="section button-stack">
      {notice === null ? null : <Notice {...notice} />}
      <View className="hint">
        {isFollowed ? `您已关注${what}：发布公告或指南有变化时会告诉您。` : `关注${what}，发布公告或指南有变化时告诉您；随时可以取消，不关注也不影响办事。`}
      </View>
      <ActionButton look="secondary" label={isFollowed ? `不再关注${what}` : `关注${what}`} onPress={() => follow(!isFollowed)} />
    </View>
  );
});
