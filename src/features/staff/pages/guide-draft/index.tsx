import { useDidHide, useDidShow, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useEffect, useState } from 'react';
import type { GuideForm } from '../../../../../server/contract/guideForm';
import { Page } from '../../../../components/Page';
import { paths } from '../../../../paths';
import { BoundedCache } from '../../../../platform/BoundedCache';
import { pageParameter } from '../../../../platform/pageParameter';
import { useStores } from '../../../../stores/StoreContext';
import { NotReady } from '../../components/NotReady';
import { StaffOnly } from '../../components/StaffOnly';
import { DraftPanes } from '../../guides/components/DraftPanes';
import { DraftSteps } from '../../guides/DraftSteps';
import { guideDraftsApi, type GuideDraftsApi } from '../../guides/guideDraftsApi';
import { GuideDraftStore, type KeptChanges } from '../../guides/GuideDraftStore';
import './index.scss';

/** So many drafts with unsaved changes are kept on a device. */
const keptDrafts = 10;
/** How often it is asked whether somebody else changed something. */
const askingMs = 30_000;

interface Wanted {
  draftId: string;
  guideId: string;
  reportId: string;
}

/** The draft that the page is about: by its own id, or that of a guide, which may be changed because of a report. */
const openDraft =
  ({ draftId, guideId, reportId }: Wanted) =>
  async (api: GuideDraftsApi) => {
    if (draftId !== '') return api.readDraft(draftId);
    const draft = await api.startDraft(guideId);
    if (reportId === '' || draft.reports.some(({ id }) => id === reportId)) return draft;
    return api.linkReport(draft.id, reportId, true);
  };

/** The group in which the report says the mistake is. */
const groupFor = (form: GuideForm, store: GuideDraftStore, reportId: string): string | null => {
  const part = store.draft?.reports.find(({ id }) => id === reportId)?.part ?? null;
  return part === null ? null : (form.groups.find((group) => group.part.includes(part))?.id ?? null);
};

const Draft = observer(({ wanted }: { wanted: Wanted }) => {
  const { client, storage, now } = useStores();
  const [{ store, steps }] = useState(() => {
    const api = guideDraftsApi(client);
    const made = new GuideDraftStore(openDraft(wanted), { api, kept: new BoundedCache<KeptChanges>(storage, 'guide-drafts', keptDrafts, now) });
    return { store: made, steps: new DraftSteps(api, made) };
  });
  useEffect(() => {
    void store.load();
    const timer = setInterval(() => void store.refresh(), askingMs);
    return () => {
      clearInterval(timer);
      store.leave();
    };
  }, [store]);
  useDidShow(() => void store.refresh());
  useDidHide(store.leave);
  const { state } = store;
  if (state.status !== 'ready') return <NotReady state={state} onRetry={() => void store.load()} />;
  return <DraftPanes key={store.canEdit ? 'editing' : 'reading'} store={store} steps={steps} form={state.value} firstGroup={groupFor(state.value, store, wanted.reportId)} />;
});

const GuideDraftPage = observer(() => {
  const { params } = useRouter();
  const wanted: Wanted = { draftId: pageParameter(params['draftId']), guideId: pageParameter(params['guideId']), reportId: pageParameter(params['reportId']) };
  const path = wanted.draftId === '' ? paths.editGuide(wanted.guideId, wanted.reportId) : paths.guideDraft(wanted.draftId);
  return (
    <Page title="修改指南" isWide>
      <StaffOnly path={path}>
        <Draft wanted={wanted} />
      </StaffOnly>
    </Page>
  );
});

export default GuideDraftPage;
