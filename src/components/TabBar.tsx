import { paths } from '../paths';
import { Icon, type IconName } from './Icon';
import { LinkTo } from './LinkTo';

const tabs: { path: string; name: string; icon: IconName }[] = [
  { path: paths.home, name: '首页', icon: 'house' },
  { path: paths.serviceGuides, name: '办事', icon: 'file-text' },
  { path: paths.my, name: '我的', icon: 'user' },
];

/** The browser's tab bar; WeChat draws its own. Taro's has neither names nor roles. */
export const TabBar = ({ current }: { current: string }) => (
  <nav className="tab-bar" aria-label="主导航">
    {tabs.map(({ path, name, icon }) => (
      <LinkTo key={path} to={path} label={name} className={`tab-bar-item ${path === current ? 'is-current' : ''}`} isCurrent={path === current}>
        <Icon name={icon} />
        <span>{name}</span>
      </LinkTo>
    ))}
  </nav>
);
