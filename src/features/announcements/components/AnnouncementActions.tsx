import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useCallback, useEffect, useState } from 'react';
import { toApiError } from '../../../api/ApiError';
import { errorText } from '../../../api/errorMessages';
import { ActionButton } from '../../../components/ActionButton';
import { Notice, type NoticeText } from '../../../components/Notice';
import { paths } from '../../../paths';
import { useStores } from '../../../stores/StoreContext';

/** The two buttons at the bottom of an announcement. */
export const AnnouncementActions = observer(({ announcementId, title }: { announcementId: string; title: string }) => {
  const { session, favouriteAnnouncements, site } = useStores();
  const [notice, setNotice] = useState<NoticeText | null>(null);
  const isFavourite = favouriteAnnouncements.isFavourite(announcementId);
  const act = `favourite-announcement:${announcementId}`;
  const { resumedAct } = session;

  const keep = useCallback(
    (wanted: boolean) => {
      setNotice(null);
      session
        .perform({ path: paths.announcement(announcementId), act }, () => favouriteAnnouncements.put(announcementId, wanted))
        .then((outcome) => {
          if (outcome === 'signed_in') setNotice({ text: wanted ? '已收藏，可以在“我的收藏”里找到。' : '已取消收藏。', isFailure: false });
        })
        .catch((error: unknown) => {
          const { title: what, nextAction } = errorText(toApiError(error));
          setNotice({ text: `${what}，${nextAction}`, isFailure: true });
        });
    },
    [session, favouriteAnnouncements, announcementId, act],
  );

  // Back from signing in on another page: the press that led there is carried out now.
  useEffect(() => {
    if (resumedAct === act && session.takeUp(act)) keep(true);
  }, [resumedAct, act, session, keep]);

  const copyLink = () => {
    Taro.setClipboardData({ data: `${title}\n${window.location.origin + paths.announcement(announcementId)}` })
      .then(() => setNotice({ text: '标题和链接已复制，发给家人即可。', isFailure: false }))
      .catch(() => setNotice({ text: '没有复制成功，请复制浏览器地址栏里的链接。', isFailure: true }));
  };

  return (
    <>
      {notice === null ? null : <Notice {...notice} />}
      <View className="button-pair">
        <ActionButton look="secondary" label="发给家人" {...(process.env.TARO_ENV === 'h5' ? { onPress: copyLink } : { weChat: { openType: 'share' as const } })} />
        {site.has('favourites') ? (
          <ActionButton look={isFavourite ? 'secondary' : 'primary'} label={isFavourite ? '取消收藏' : '收藏'} onPress={() => keep(!isFavourite)} />
        ) : null}
      </View>
    </>
  );
});
