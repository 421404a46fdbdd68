import { LinkTo } from '../../../../components/LinkTo';
import { Page } from '../../../../components/Page';
import { ResultPanel } from '../../../../components/ResultPanel';
import { paths } from '../../../../paths';

/** Where links end that lead to no page of the app. */
const NotFoundPage = () => (
  <Page title="没有这个页面">
    <ResultPanel icon="file-text" title="没有找到这个页面" body="链接可能已经失效，或者没有复制完整。">
      <LinkTo to={paths.home} label="回到首页" className="text-link">
        回到首页
      </LinkTo>
    </ResultPanel>
  </Page>
);

export default NotFoundPage;
