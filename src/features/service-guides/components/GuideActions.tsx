import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useCallback, useEffect, useState } from 'react';
import type { ServiceGuide } from '../../../../server/contract/serviceGuides';
import { toApiError } from '../../../api/ApiError';
import { errorText } from '../../../api/errorMessages';
import { ActionButton } from '../../../components/ActionButton';
import { Notice, type NoticeText } from '../../../components/Notice';
import { paths } from '../../../paths';
import { useStores } from '../../../stores/StoreContext';
import { checklistText } from '../checklist';

/** The two buttons at the bottom of a guide. */
export const GuideActions = observer(({ guide }: { guide: ServiceGuide }) => {
  const { session, favourites, site } = useStores();
  const [notice, setNotice] = useState<NoticeText | null>(null);
  const guideId = guide.id;
  const isFavourite = favourites.isFavourite(guideId);
  const act = `favourite:${guideId}`;
  const { resumedAct } = session;

  const keep = useCallback(
    (wanted: boolean) => {
      setNotice(null);
      session
        .perform({ path: paths.guide(guideId), act }, () => favourites.put(guideId, wanted))
        .then((outcome) => {
          if (outcome === 'signed_in') setNotice({ text: wanted ? '已收藏，可以在“我的”里找到。' : '已取消收藏。', isFailure: false });
        })
        .catch((error: unknown) => {
          const { title, nextAction } = errorText(toApiError(error));
          setNotice({ text: `${title}，${nextAction}`, isFailure: true });
        });
    },
    [session, favourites, guideId, act],
  );

  // Back from signing in on another page: the press that led there is carried out now.
  useEffect(() => {
    if (resumedAct === act && session.takeUp(act)) keep(true);
  }, [resumedAct, act, session, keep]);

  const copyList = () => {
    Taro.setClipboardData({ data: checklistText(guide, window.location.origin + paths.guide(guideId)) })
      .then(() => setNotice({ text: '清单和链接已复制，发给家人即可。', isFailure: false }))
      .catch(() => setNotice({ text: '没有复制成功，请复制浏览器地址栏里的链接。', isFailure: true }));
  };

  return (
    <>
      {notice === null ? null : <Notice {...notice} />}
      <View className="button-pair">
        <ActionButton
          look="secondary"
          label="把清单发给家人"
          {...(process.env.TARO_ENV === 'h5' ? { onPress: copyList } : { weChat: { openType: 'share' as const } })}
        />
        {site.has('favourites') ? (
          <ActionButton look={isFavourite ? 'secondary' : 'primary'} label={isFavourite ? '取消收藏' : '收藏'} onPress={() => keep(!isFavourite)} />
        ) : null}
      </View>
    </>
  );
});
