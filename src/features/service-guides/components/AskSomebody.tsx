import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { LinkTo } from '../../../components/LinkTo';
import { PhoneLink } from '../../../components/PhoneLink';
import { paths } from '../../../paths';
import { useStores } from '../../../stores/StoreContext';

/** Where to go on when the search does not help: a person, the topics, a word to those who keep the guides. */
export const AskSomebody = observer(() => {
  const { site } = useStores();
  return (
    <View className="ask-somebody">
      {site.site === null ? null : (
        <>
          <View className="paragraph">没有您要办的，可以打电话问：</View>
          <PhoneLink name={`${site.site.areaName}政务服务热线`} phone={site.site.hotline} />
        </>
      )}
      <View className="ask-otherwise">
        <LinkTo to={paths.serviceGuides} label="按主题和部门找" className="text-link">
          按主题和部门找
        </LinkTo>
        <LinkTo to={paths.feedback} label="告诉我们您要办什么" className="text-link">
          告诉我们您要办什么
        </LinkTo>
      </View>
    </View>
  );
});
