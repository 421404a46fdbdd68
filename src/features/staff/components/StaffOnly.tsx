import { observer } from 'mobx-react-lite';
import type { ReactNode } from 'react';
import { LinkTo } from '../../../components/LinkTo';
import { ResultPanel } from '../../../components/ResultPanel';
import { SignInFirst } from '../../../components/SignInFirst';
import { paths } from '../../../paths';
import { useStores } from '../../../stores/StoreContext';

/** Shows a page of the staff part to a staff member; the server decides, this only spares everybody else a refusal. */
export const StaffOnly = observer(({ path, children }: { path: string; children: ReactNode }) => {
  const { session } = useStores();
  return (
    <SignInFirst path={path} reason="这里是工作人员的页面，请用工作人员的微信登录。">
      {session.citizen?.isStaff === true ? children : <NotStaff />}
    </SignInFirst>
  );
});

const NotStaff = () => (
  <ResultPanel icon="user" title="这里是工作人员的页面" body="您的微信不是工作人员的账号。需要开通，请联系本单位的管理员。">
    <LinkTo to={paths.home} label="回到首页" className="text-link">
      回到首页
    </LinkTo>
  </ResultPanel>
);
