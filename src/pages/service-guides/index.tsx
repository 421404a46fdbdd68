import { View } from '@tarojs/components';
import { useDidShow, useShareAppMessage } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { Page } from '../../components/Page';
import { SearchEntrance } from '../../components/SearchEntrance';
import { Tappable } from '../../components/Tappable';
import { paths } from '../../paths';
import type { GroupKind } from '../../stores/GuideBrowserStore';
import { useStores } from '../../stores/StoreContext';
import { Groups } from './Groups';
import './index.scss';

/** Topics come in two kinds, of which one is shown. */
const ways: { name: string; kinds: readonly [GroupKind, ...GroupKind[]] }[] = [
  { name: '按主题', kinds: ['natural_person', 'legal_person'] },
  { name: '人生大事', kinds: ['life_event'] },
  { name: '按部门', kinds: ['department'] },
  { name: '按大厅', kinds: ['office'] },
];

const audiences: { kind: GroupKind; name: string }[] = [
  { kind: 'natural_person', name: '个人办事' },
  { kind: 'legal_person', name: '企业和单位办事' },
];

const Ways = observer(() => {
  const { guideBrowser } = useStores();
  return (
    <View className="section">
      <SearchEntrance words="说说您要办什么" />
      <View className="choices is-below">
        {ways.map(({ name, kinds }) => {
          const isChosen = kinds.includes(guideBrowser.kind);
          return (
            <Tappable key={name} className={isChosen ? 'choice way is-chosen' : 'choice way'} label={name} isPressed={isChosen} onPress={() => guideBrowser.choose(kinds[0])}>
              {name}
            </Tappable>
          );
        })}
      </View>
    </View>
  );
});

const AudienceChoice = observer(() => {
  const { guideBrowser } = useStores();
  if (audiences.every(({ kind }) => kind !== guideBrowser.kind)) return null;
  return (
    <View className="audiences">
      {audiences.map(({ kind, name }) => {
        const isChosen = guideBrowser.kind === kind;
        return (
          <Tappable key={kind} className={isChosen ? 'audience is-chosen' : 'audience'} label={name} isPressed={isChosen} onPress={() => guideBrowser.choose(kind)}>
            {name}
          </Tappable>
        );
      })}
    </View>
  );
});

const ServiceGuides = observer(() => {
  const { guideBrowser, site } = useStores();
  // Kept from an earlier visit, or not had at all: tried again whenever the tab is opened.
  useDidShow(() => void guideBrowser.loadIfNeeded());
  useShareAppMessage(() => ({ title: `${site.site?.name ?? '政务服务'}：办事指南`, path: paths.serviceGuides }));
  return (
    <Page title="办事指南" tab={paths.serviceGuides}>
      <Ways />
      {/* A place of its own: Taro sends all children of a node again when one of them goes. */}
      <View>
        <AudienceChoice />
      </View>
      <Groups key={guideBrowser.kind} />
    </Page>
  );
});

export default ServiceGuides;
