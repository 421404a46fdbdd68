import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import type { ConfirmationRequest } from '../../../../../server/contract/confirmations';
import { errorText } from '../../../../api/errorMessages';
import { ActionButton } from '../../../../components/ActionButton';
import { Heading } from '../../../../components/Heading';
import { LinkTo } from '../../../../components/LinkTo';
import { Notice } from '../../../../components/Notice';
import { ResultPanel } from '../../../../components/ResultPanel';
import { SummaryList } from '../../../../components/SummaryList';
import { paths } from '../../../../paths';
import { useStores } from '../../../../stores/StoreContext';
import { dateAndTime } from '../../../../text/dates';
import { questionOf } from '../confirmationLabels';
import type { ConfirmRequestStore } from '../ConfirmRequestStore';
import './confirmRequest.scss';

const ToSessions = () => (
  <LinkTo to={paths.sessions} label="查看在哪些设备上登录着" className="text-link">
    查看在哪些设备上登录着
  </LinkTo>
);

const Over = ({ request }: { request: ConfirmationRequest }) => {
  const isSignIn = request.kind === 'sign_in';
  switch (request.state) {
    case 'confirmed':
      return (
        <ResultPanel icon="circle-check" title="已确认，请看电脑" body={isSignIn ? '用完电脑请退出登录；也可以随时在手机上让它退出。' : '电脑上的操作会自动继续。'}>
          {isSignIn ? <ToSessions /> : null}
        </ResultPanel>
      );
    case 'refused':
      return (
        <ResultPanel icon="circle-check" title="已拒绝" body={isSignIn ? '那台电脑没有登录。如果有人发二维码请您扫，不要理会。' : '电脑上的操作没有进行。不是您在操作的，请让那台电脑退出登录。'}>
          {isSignIn ? null : <ToSessions />}
        </ResultPanel>
      );
    default:
      return <ResultPanel icon="triangle-alert" title="已经过了时间" body="请在电脑上重新获取二维码。" />;
  }
};

/** What is to be confirmed, who asks from where, and the number that tells the own computer from another's. */
export const ConfirmRequest = observer(({ store, request }: { store: ConfirmRequestStore; request: ConfirmationRequest }) => {
  const { now } = useStores();
  if (request.allowedActions.length === 0) return <Over request={request} />;
  const { refusal, isBusy } = store;
  const text = refusal === null ? null : errorText(refusal);
  return (
    <View className="section button-stack">
      <Heading level={2}>{questionOf(request)}</Heading>
      <View className="paragraph">电脑上的数字应当是</View>
      <View className="confirmation-number">{request.number}</View>
      <View className="paragraph">数字不同、不是您眼前的电脑，或二维码是别人发来的，请点“不是我”。</View>
      <SummaryList
        layout="rows"
        items={[
          { term: '网站', value: request.siteName },
          { term: '在哪里', value: request.browser },
          { term: '网络地址', value: request.clientAddress },
          { term: '时间', value: dateAndTime(request.askedAt, now()) },
        ]}
      />
      {text === null ? null : <Notice text={`${text.title}，${text.nextAction}`} isFailure />}
      <ActionButton label={isBusy ? '正在提交' : request.kind === 'sign_in' ? '是我本人，登录' : '是我本人，确认'} isBusy={isBusy} onPress={() => void store.decide('confirm')} />
      <ActionButton look="secondary" label="不是我" isBusy={isBusy} onPress={() => void store.decide('refuse')} />
    </View>
  );
});
