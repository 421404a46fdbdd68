import { View } from '@tarojs/components';
import { useReachBottom } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useEffect, useState } from 'react';
import type { StaffGuide } from '../../../../../server/contract/guideReviews';
import { errorText } from '../../../../api/errorMessages';
import { ActionButton } from '../../../../components/ActionButton';
import { LinkTo } from '../../../../components/LinkTo';
import { ListItem } from '../../../../components/List';
import { Notice } from '../../../../components/Notice';
import { Page } from '../../../../components/Page';
import { PagedList } from '../../../../components/PagedList';
import { ResultPanel } from '../../../../components/ResultPanel';
import { paths } from '../../../../paths';
import { useStores } from '../../../../stores/StoreContext';
import { plainDate } from '../../../../text/dates';
import { StaffOnly } from '../../components/StaffOnly';
import { guideDraftsApi } from '../../guides/guideDraftsApi';
import { ReviewsStore } from '../../guides/ReviewsStore';

/** One guide: read it as citizens do, then say that it is right, or change it. */
const ReviewRow = observer(({ guide, store }: { guide: StaffGuide; store: ReviewsStore }) => {
  const { failure } = store;
  const isBusy = store.busyId === guide.id;
  return (
    <ListItem>
      <View className="row">
        <View className="row-name">{guide.name}</View>
        <View className="hint">
          {guide.department.name} · 上次核对{plainDate(guide.reviewedOn)} · 请在{plainDate(guide.reviewDueOn)}前核对
        </View>
        <LinkTo to={paths.guide(guide.id)} label={`看${guide.name}现在写的`} className="text-link">
          看现在写的
        </LinkTo>
        <View className="button-pair">
          <ActionButton look="secondary" label={isBusy ? '正在确认' : '仍然准确，无需修改'} isBusy={isBusy} onPress={() => void store.confirm(guide)} />
          <LinkTo to={guide.openDraftId === null ? paths.editGuide(guide.id) : paths.guideDraft(guide.openDraftId)} label={`修改${guide.name}`} className="action-button is-plain">
            {guide.openDraftId === null ? '要修改' : '接着修改'}
          </LinkTo>
        </View>
        {failure?.id === guide.id ? (
          <>
            <Notice text={`${errorText(failure.error).title}，${errorText(failure.error).nextAction}`} isFailure />
            {failure.error.code === 'guide_changed_meanwhile' ? <ActionButton look="plain" label="刷新列表" onPress={store.load} /> : null}
          </>
        ) : null}
      </View>
    </ListItem>
  );
});

const Reviews = observer(() => {
  const { client } = useStores();
  const [store] = useState(() => new ReviewsStore(guideDraftsApi(client)));
  useEffect(() => store.load(), [store]);
  useReachBottom(() => void store.list.loadMore());
  return (
    <>
      <View className="section">
        <View className="hint">每份指南每年要从头到尾看一遍：材料、时限、费用、地点、电话，是不是还和现在一样。</View>
        {store.confirmedName === null ? null : <Notice text={`已确认“${store.confirmedName}”仍然准确，一年后再来核对。`} isFailure={false} />}
      </View>
      <PagedList
        store={store.list}
        count={(label) => `共 ${label} 份，最早到期的在前`}
        row={(guide) => <ReviewRow key={guide.id} guide={guide} store={store} />}
        empty={<ResultPanel icon="circle-check" title="没有要核对的指南" />}
        onRetry={store.load}
      />
    </>
  );
});

const GuideReviewPage = observer(() => (
  <Page title="年度核对">
    <StaffOnly path={paths.guideReview}>
      <Reviews />
    </StaffOnly>
  </Page>
));

export default GuideReviewPage;
