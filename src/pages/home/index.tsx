import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh, useShareAppMessage } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useEffect } from 'react';
import type { Audience } from '../../../server/contract/serviceGuides';
import { GuideRow } from '../../components/GuideRow';
import { Heading } from '../../components/Heading';
import { Icon, type IconName } from '../../components/Icon';
import { LinkTo } from '../../components/LinkTo';
import { List } from '../../components/List';
import { Page } from '../../components/Page';
import { Tappable } from '../../components/Tappable';
import { paths } from '../../paths';
import { useStores } from '../../stores/StoreContext';
import { Departments } from './Departments';
import './index.scss';

const entrances: { audience: Audience; name: string; note: string; icon: IconName }[] = [
  { audience: 'natural_person', name: '个人办事', note: '证件、社保等', icon: 'user' },
  { audience: 'legal_person', name: '法人办事', note: '企业和其他单位', icon: 'building-2' },
];

/** Fewer things stand on the elder page. */
const recentShown = (isElder: boolean) => (isElder ? 2 : 3);

const Home = observer(() => {
  const { home, site, display, guideBrowser, recentGuides } = useStores();
  const title = site.site?.name ?? '政务服务';
  const recent = recentGuides.guides.slice(0, recentShown(display.isElder));

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
        <LinkTo to={paths.search} label="搜索办事指南" className="search-entrance">
          <Icon name="search" />
          <View>{display.isElder ? '您要办什么' : '说说您要办什么，例如“身份证”'}</View>
        </LinkTo>
        <View className="beside">
          <View className="hint">输入事项名称中的字词</View>
          <Tappable className="text-link" label={display.isElder ? '换成标准版' : '换成长辈版，字更大'} onPress={display.toggleElder}>
            {display.isElder ? '标准版' : '长辈版'}
          </Tappable>
        </View>
      </View>
      <View className="section entrances">
        {entrances.map(({ audience, name, note, icon }) => (
          <LinkTo key={audience} to={paths.serviceGuides} label={name} className="entrance" onFollow={() => guideBrowser.choose({ audience, departmentId: null })}>
            <Icon name={icon} />
            <View>
              <View className="entrance-name">{name}</View>
              {display.isElder ? null : <View className="hint">{note}</View>}
            </View>
          </LinkTo>
        ))}
      </View>
      {recent.length === 0 ? null : (
        <View className="section">
          <Heading level={2}>最近看过</Heading>
          <List>
            {recent.map(({ id, name, departmentName }) => (
              <GuideRow key={id} guideId={id} name={name} note={departmentName} />
            ))}
          </List>
        </View>
      )}
      <Departments />
    </Page>
  );
});

export default Home;
