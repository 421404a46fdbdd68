import { observer } from 'mobx-react-lite';
import { ActionButton } from '../../../../components/ActionButton';
import { Notice } from '../../../../components/Notice';
import { FailurePanel, ResultPanel } from '../../../../components/ResultPanel';
import { SkeletonRows } from '../../../../components/SkeletonRows';
import { paths } from '../../../../paths';
import { useStores } from '../../../../stores/StoreContext';
import { codeInHalves } from '../confirmationLabels';
import type { PhoneRequestStore, ShownRequest } from '../PhoneRequestStore';
import { usePhoneRequest } from './usePhoneRequest';
import './phoneRequest.scss';

interface PhoneRequestPanelProps<Request extends ShownRequest> {
  store: PhoneRequestStore<Request>;
  /** What to press on the phone. */
  button: string;
}

const overTexts = {
  refused: { title: '手机上点了“不是我”', body: '没有登录，也没有进行任何操作。' },
  expired: { title: '二维码过期了', body: '为了安全，二维码只在 2 分钟内有效。' },
} as const;

/** In a browser only: the code to be scanned, the number to be compared, and what became of it. */
export const PhoneRequestPanel = observer(<Request extends ShownRequest>({ store, button }: PhoneRequestPanelProps<Request>) => {
  const { client } = useStores();
  usePhoneRequest(store);
  const { state } = store;
  switch (state.status) {
    case 'asking':
      return <SkeletonRows count={4} />;
    case 'failed':
      return <FailurePanel error={state.error} onRetry={() => void store.begin()} />;
    case 'over': {
      if (state.outcome === 'confirmed') return <Notice text="已确认，正在继续。" isFailure={false} />;
      const { title, body } = overTexts[state.outcome];
      return (
        <ResultPanel icon="triangle-alert" title={title} body={body}>
          <ActionButton look="secondary" label="重新获取二维码" onPress={() => void store.begin()} />
        </ResultPanel>
      );
    }
    case 'shown': {
      const { id, code, number } = state.request;
      return (
        <div className="phone-request">
          {state.isScanned ? (
            <Notice text="已扫码，请在手机上确认。" isFailure={false} />
          ) : (
            <img className="phone-request-qr" src={client.urlOf(`/qr-codes?path=${encodeURIComponent(paths.confirmRequest(id))}`)} alt="用手机微信扫这个二维码" />
          )}
          <div className="phone-request-steps">
            <div className="paragraph">1. 用手机微信扫二维码。</div>
            <div className="paragraph">
              2. 手机上显示的数字应当是 <strong className="phone-request-number">{number}</strong>
            </div>
            <div className="paragraph">3. 数字相同，在手机上点“{button}”。</div>
            <div className="paragraph phone-request-code">打不开？在手机上打开工作台，点“扫码确认”，输入确认码 {codeInHalves(code)}</div>
            {store.isOffline ? <Notice text="网络断了，连上后会自动继续。" isFailure /> : null}
          </div>
        </div>
      );
    }
  }
});
