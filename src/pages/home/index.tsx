import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh, useShareAppMessage } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useEffect } from 'react';
import { Page } from '../../components/Page';
import { SearchEntrance } from '../../components/SearchEntrance';
import { Tappable } from '../../components/Tappable';
import { paths } from '../../paths';
import { useStores } from '../../stores/StoreContext';
import { HomeContent } from './HomeContent';
import './index.scss';

const Home = observer(() => {
  const { home, site, display } = useStores();
  const title = site.site?.name ?? '政务服务';

  useEffect(() => {
    void home.load();
  }, [home]);
  usePullDownRefresh(() => {
    void home.load().then(() => Taro.stopPullDownRefresh());
  });
  useShareAppMessage(() => ({ title: `${title}：查办事指南`, path: paths.home }));

  return (
    <Page title={title} tab={paths.home}>
      <View className="section">
        <SearchEntrance words={display.isElder ? '您要办什么' : '说说您要办什么，例如“身份证丢了”'} />
        <View className="beside">
          <View className="hint">用自己的话说就行</View>
          <Tappable className="text-link" label={display.isElder ? '换成标准版' : '换成长辈版，字更大'} onPress={display.toggleElder}>
            {display.isElder ? '标准版' : '长辈版'}
          </Tappable>
        </View>
      </View>
      <HomeContent />
    </Page>
  );
});

export default Home;
