import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import { Heading } from '../../../../components/Heading';
import { LinkTo } from '../../../../components/LinkTo';
import { paths } from '../../../../paths';
import { useStores } from '../../../../stores/StoreContext';
import { confirmationsApi } from '../confirmationsApi';
import { PhoneRequestStore } from '../PhoneRequestStore';
import { PhoneRequestPanel } from './PhoneRequestPanel';

/** In a browser outside WeChat: a staff member signs in with the phone. What the page is for appears as soon as that is confirmed. */
export const DeskSignIn = observer(({ path }: { path: string }) => {
  const { client, session } = useStores();
  const [store] = useState(() => {
    const api = confirmationsApi(client);
    return new PhoneRequestStore({
      ask: api.askToSignIn,
      check: async (request) => {
        const { state, signedIn } = await api.collectSession(request);
        if (signedIn !== null) session.enter(signedIn);
        return state;
      },
    });
  });
  return (
    <section className="section" aria-label="扫码登录">
      <Heading level={2}>工作人员用手机扫码登录</Heading>
      <PhoneRequestPanel store={store} button="是我本人，登录" />
      <LinkTo to={paths.signIn(path)} label="用别的方式登录" className="text-link">
        用别的方式登录
      </LinkTo>
    </section>
  );
});
