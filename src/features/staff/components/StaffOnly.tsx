import { observer } from 'mobx-react-lite';
import { useCallback, useEffect, useState, type ReactNode } from 'react';
import { toApiError } from '../../../api/ApiError';
import { staffApi } from '../../../api/staffApi';
import { LinkTo } from '../../../components/LinkTo';
import { ResultPanel } from '../../../components/ResultPanel';
import { SignInFirst } from '../../../components/SignInFirst';
import { paths } from '../../../paths';
import { failed, loading, ready, type LoadState } from '../../../stores/LoadState';
import { useStores } from '../../../stores/StoreContext';
import { DeskSignIn } from '../confirmation/components/DeskSignIn';
import { WithConfirmations } from '../confirmation/components/WithConfirmations';
import { useIsWide } from '../useIsWide';
import { NotReady } from './NotReady';

/** Shows a page of the staff part to a staff member; the server decides, this only spares everybody else a refusal. */
export const StaffOnly = observer(({ path, children }: { path: string; children: ReactNode }) => {
  const { session, door } = useStores();
  const isWide = useIsWide();
  if (process.env.TARO_ENV === 'h5' && !session.isSignedIn && door.kind === 'browser' && !door.isInsideWeChat && (isWide || session.canSignInHere === false)) {
    return <DeskSignIn path={path} />;
  }
  return (
    <SignInFirst path={path} reason="这里是工作人员的页面，请用工作人员的微信登录。">
      {session.citizen?.isStaff === true ? <WithConfirmations path={path}>{children}</WithConfirmations> : <NotKnownAsStaff />}
    </SignInFirst>
  );
});

/** Asks before it refuses: the invitation may have been accepted on another device, after signing in on this one. */
const NotKnownAsStaff = () => {
  const { client, session } = useStores();
  const [state, setState] = useState<LoadState<null>>(loading);
  const ask = useCallback(() => {
    setState(loading);
    staffApi(client)
      .readCurrentCitizen()
      .then((citizen) => {
        session.updateCitizen(citizen);
        setState(ready(null));
      })
      .catch((error: unknown) => setState(failed(toApiError(error))));
  }, [client, session]);
  useEffect(ask, [ask]);
  if (state.status !== 'ready') return <NotReady state={state} rows={4} onRetry={ask} />;
  return <NotStaff />;
};

const NotStaff = () => (
  <ResultPanel icon="user" title="这里是工作人员的页面" body="您的微信不是工作人员的账号。需要开通，请联系本单位的管理员。">
    <LinkTo to={paths.home} label="回到首页" className="text-link">
      回到首页
    </LinkTo>
  </ResultPanel>
);
