import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useEffect, useState } from 'react';
import { toApiError, type ApiError } from '../../../../api/ApiError';
import { Heading } from '../../../../components/Heading';
import { Page } from '../../../../components/Page';
import { FailurePanel } from '../../../../components/ResultPanel';
import { SkeletonRows } from '../../../../components/SkeletonRows';
import { useStores } from '../../../../stores/StoreContext';

const PrivacyPolicy = observer(() => {
  const { site } = useStores();
  const [error, setError] = useState<ApiError | null>(null);
  const load = () => {
    setError(null);
    site.refresh().catch((thrown: unknown) => setError(toApiError(thrown)));
  };
  useEffect(load, [site]);

  if (site.site === null) {
    return error === null ? (
      <View className="section">
        <SkeletonRows count={6} />
      </View>
    ) : (
      <FailurePanel error={error} onRetry={load} />
    );
  }
  const { operatorName, privacyPolicy } = site.site;
  return (
    <View className="section">
      <View className="hint">
        {operatorName} · 版本 {privacyPolicy.version}
      </View>
      {privacyPolicy.sections.map(({ heading, body }) => (
        <View key={heading} className="policy-section">
          <Heading level={2}>{heading}</Heading>
          <View className="paragraph">{body}</View>
        </View>
      ))}
    </View>
  );
});

const PrivacyPolicyPage = () => (
  <Page title="隐私保护指引" hasSheet={false}>
    <PrivacyPolicy />
  </Page>
);

export default PrivacyPolicyPage;
