import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useEffect, useState } from 'react';
import type { Session } from '../../../../../server/contract/sessions';
import { toApiError } from '../../../../api/ApiError';
import { errorText } from '../../../../api/errorMessages';
import { Page } from '../../../../components/Page';
import { PagedList } from '../../../../components/PagedList';
import { ResultPanel } from '../../../../components/ResultPanel';
import { SignInFirst } from '../../../../components/SignInFirst';
import { paths } from '../../../../paths';
import { loading } from '../../../../stores/LoadState';
import { PagedListStore } from '../../../../stores/PagedListStore';
import { useStores } from '../../../../stores/StoreContext';
import { accountApi } from '../../accountApi';
import { DeleteAccount } from '../../components/DeleteAccount';
import { SessionRow } from '../../components/SessionRow';

const Sessions = observer(({ onDeleted }: { onDeleted: () => void }) => {
  const { client, session, favourites, favouriteAnnouncements, now } = useStores();
  const [api] = useState(() => accountApi(client));
  const [list] = useState(() => new PagedListStore<Session>(loading));
  const [failure, setFailure] = useState<string | null>(null);
  const load = () => void list.load(api.listSessions);
  useEffect(load, [list, api]);

  const end = (sessionId: string) => {
    setFailure(null);
    api
      .endSession(sessionId)
      .then(() => list.remove(({ id }) => id === sessionId))
      .catch((error: unknown) => {
        const { title, nextAction } = errorText(toApiError(error));
        setFailure(`${title}，${nextAction}`);
      });
  };
  const deleteAccount = async () => {
    await api.deleteAccount();
    favourites.clear();
    favouriteAnnouncements.clear();
    onDeleted();
    session.forget();
  };

  return (
    <>
      {failure === null ? null : <View className="section field-error">{failure}</View>}
      <PagedList
        store={list}
        count={(label) => `共 ${label} 处登录。不是您本人的，请退出。`}
        row={(item) => <SessionRow key={item.id} session={item} now={now()} onEnd={() => end(item.id)} />}
        empty={<ResultPanel icon="user" title="没有登录记录" />}
        onRetry={load}
      />
      <DeleteAccount onDelete={deleteAccount} />
    </>
  );
});

const SessionsPage = () => {
  const [isDeleted, setDeleted] = useState(false);
  return (
    <Page title="登录与账号">
      <SignInFirst
        path={paths.sessions}
        reason="登录后可以查看在哪些设备上登录过，也可以注销账号。"
        notice={isDeleted ? '账号已注销，您的资料已全部删除。' : undefined}
      >
        <Sessions onDeleted={() => setDeleted(true)} />
      </SignInFirst>
    </Page>
  );
};

export default SessionsPage;
