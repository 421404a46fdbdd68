import { goBack, hasPageBelow } from '../platform/navigation';
import { Icon } from './Icon';
import { Tappable } from './Tappable';

interface NavigationBarProps {
  title: string;
  isTab: boolean;
  /** The page has a heading of its own, further down. */
  isHeadedBelow: boolean;
}

/** The browser's stand-in for WeChat's navigation bar: title and way back. */
export const NavigationBar = ({ title, isTab, isHeadedBelow }: NavigationBarProps) => {
  const back = hasPageBelow() ? '返回' : '首页';
  return (
    <header className="navigation-bar">
      {isTab ? null : (
        <Tappable className="navigation-bar-back" label={back} onPress={goBack}>
          <Icon name="chevron-left" />
          {back}
        </Tappable>
      )}
      {isHeadedBelow ? <p className="navigation-bar-title">{title}</p> : <h1 className="navigation-bar-title">{title}</h1>}
    </header>
  );
};
