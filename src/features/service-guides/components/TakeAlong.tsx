import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import type { ServiceGuide } from '../../../../server/contract/serviceGuides';
import { Notice, type NoticeText } from '../../../components/Notice';
import { Tappable } from '../../../components/Tappable';
import { useStores } from '../../../stores/StoreContext';
import { checklistText } from '../checklist';
import type { GuideStore } from '../GuideStore';

/** WeChat prints nothing: the words of the list go where they can be printed or sent on. */
const CopyWords = observer(({ guide }: { guide: ServiceGuide }) => {
  const { site } = useStores();
  const [notice, setNotice] = useState<NoticeText | null>(null);
  const copy = () => {
    Taro.setClipboardData({ data: checklistText(guide, `微信小程序“${site.site?.name ?? '政务服务'}”里可以查到这份指南`) })
      .then(() => setNotice({ text: '清单文字已复制，可以发给别人或打印。', isFailure: false }))
      .catch(() => setNotice({ text: '没有复制成功，请重试。', isFailure: true }));
  };
  return (
    <>
      <Tappable className="text-link" label="复制清单文字" onPress={copy}>
        复制清单文字
      </Tappable>
      <View>{notice === null ? null : <Notice {...notice} />}</View>
    </>
  );
});

/** For those who go with paper in hand. */
export const TakeAlong = ({ store, guide }: { store: GuideStore; guide: ServiceGuide }) => (
  <View className="take-along">
    {process.env.TARO_ENV === 'h5' ? (
      <Tappable className="text-link" label="打印清单" onPress={store.print}>
        打印清单
      </Tappable>
    ) : (
      <CopyWords guide={guide} />
    )}
  </View>
);
