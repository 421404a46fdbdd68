import Taro, { usePageNotFound } from '@tarojs/taro';
import { createElement, type ReactNode } from 'react';
import './app.scss';
import { paths } from './paths';
import { watchPrivacyAuthorization } from './platform/privacyAuthorization';
import { watchUnloadablePages } from './platform/unloadablePages';
import { appSurroundings } from './platform/surroundings';
import { createRootStore } from './stores/RootStore';
import { StoreContext } from './stores/StoreContext';

const stores = createRootStore(appSurroundings());
// Before the router starts: it must not see the code in the address.
void stores.session.completeAuthorization();
watchPrivacyAuthorization(stores.privacy);
watchUnloadablePages();

const App = ({ children }: { children?: ReactNode }) => {
  // An old link, or one that was cut: a page that says so, not an empty one.
  usePageNotFound(() => void Taro.redirectTo({ url: paths.notFound }));
  return createElement(StoreContext.Provider, { value: stores }, children);
};

export default App;
