import { View } from '@tarojs/components';
import { useDidShow, useReachBottom } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useEffect, useRef, useState } from 'react';
import { Page } from '../../../../components/Page';
import { PagedList } from '../../../../components/PagedList';
import { ResultPanel } from '../../../../components/ResultPanel';
import { Tappable } from '../../../../components/Tappable';
import { TextField } from '../../../../components/TextField';
import { paths } from '../../../../paths';
import { openPage } from '../../../../platform/navigation';
import { useStores } from '../../../../stores/StoreContext';
import { announcementStatusLabels, kinds } from '../../announcements/announcementLabels';
import { announcementsApi } from '../../announcements/announcementsApi';
import { AnnouncementsStore, type ListView } from '../../announcements/AnnouncementsStore';
import { AnnouncementView } from '../../announcements/components/AnnouncementView';
import { DraftRow, PublishedRow } from '../../announcements/components/DraftRow';
import { DraftBesideList } from '../../announcements/components/DraftView';
import { NewDraft } from '../../announcements/components/NewDraft';
import { NewDraftStore } from '../../announcements/NewDraftStore';
import { BesideFirstPage } from '../../BesideFirstPage';
import { StaffOnly } from '../../components/StaffOnly';
import { useIsWide } from '../../useIsWide';
import { workApi } from '../../workApi';
import '../../announcements/announcements.scss';

const views: readonly { id: ListView; name: string }[] = [
  { id: 'mine', name: '我写的' },
  { id: 'to_approve', name: '等我审核' },
  { id: 'all', name: '全部草稿' },
  { id: 'published', name: '已发布' },
];
const statuses = ['published', 'withdrawn', 'archived'] as const;
const emptyWords: Record<ListView, string> = { mine: '没有正在写的稿子', to_approve: '没有等您审核的稿子', all: '没有草稿', published: '没有找到已发布的公告' };

const Views = observer(({ store }: { store: AnnouncementsStore }) => (
  <View className="section">
    <View className="choices">
      {views.map(({ id, name }) => (
        <Tappable key={id} className={store.view === id ? 'choice is-chosen' : 'choice'} label={name} isPressed={store.view === id} onPress={() => store.show(id)}>
          {name}
        </Tappable>
      ))}
    </View>
    {store.view === 'published' ? <Filters store={store} /> : null}
  </View>
));

const Filters = observer(({ store }: { store: AnnouncementsStore }) => (
  <View>
    <TextField label="标题里的字" kind="search" value={store.title} maxLength={60} onInput={store.typeTitle} onSubmit={store.load} anchor="filter-title" />
    <View className="choices is-even is-below">
      {statuses.map((status) => (
        <Tappable
          key={status}
          className={store.status === status ? 'choice is-chosen' : 'choice'}
          label={announcementStatusLabels[status].name}
          isPressed={store.status === status}
          onPress={() => store.filter({ status: store.status === status ? null : status })}
        >
          {announcementStatusLabels[status].name}
        </Tappable>
      ))}
      {kinds.map(({ id, name }) => (
        <Tappable key={id} className={store.kind === id ? 'choice is-chosen' : 'choice'} label={name} isPressed={store.kind === id} onPress={() => store.filter({ kind: store.kind === id ? null : id })}>
          {name}
        </Tappable>
      ))}
    </View>
  </View>
));

/** The chosen one beside the list. The keyboard goes along. */
const Pane = observer(({ store }: { store: AnnouncementsStore }) => {
  const pane = useRef<HTMLElement>(null);
  const { openId, view } = store;
  useEffect(() => {
    if (openId === null) return;
    pane.current?.focus({ preventScroll: true });
    pane.current?.scrollTo(0, 0);
  }, [openId]);
  return (
    <section ref={pane} className="pane is-of-sections" aria-label="选中的公告" tabIndex={0}>
      {openId === null ? (
        <div className="section">
          <div className="hint">在列表里选一条，内容显示在这里。</div>
        </div>
      ) : view === 'published' ? (
        <AnnouncementView key={openId} announcementId={openId} onTaken={store.refresh} />
      ) : (
        <DraftBesideList key={openId} draftId={openId} onEdit={() => openPage(paths.announcementDraft(openId))} onTaken={store.refresh} />
      )}
    </section>
  );
});

const Announcements = observer(() => {
  const { client } = useStores();
  const [{ store, newDraft }] = useState(() => {
    const api = announcementsApi(client);
    const newDraft = new NewDraftStore(api);
    const beside = new BesideFirstPage(workApi(client).readCurrentMember, ({ roles }) => newDraft.offer(roles));
    return { newDraft, store: new AnnouncementsStore(api, beside) };
  });
  const isWide = useIsWide();
  const wasShown = useRef(false);
  useEffect(() => store.load(), [store]);
  // Back from a draft: it may have been sent on meanwhile.
  useDidShow(() => {
    if (wasShown.current) store.refresh();
    wasShown.current = true;
  });
  useReachBottom(store.loadMore);
  const empty = <ResultPanel icon="file-text" title={emptyWords[store.view]} />;
  const list =
    store.view === 'published' ? (
      <PagedList key="published" store={store.published} count={(label) => `共 ${label} 条，新发布的在前`} row={(announcement) => <PublishedRow key={announcement.id} announcement={announcement} store={store} isBesidePane={isWide} />} empty={empty} onRetry={store.load} />
    ) : (
      <PagedList key="drafts" store={store.drafts} count={(label) => `共 ${label} 份，最近动过的在前`} row={(draft) => <DraftRow key={draft.id} draft={draft} store={store} isBesidePane={isWide} />} empty={empty} onRetry={store.load} />
    );
  if (process.env.TARO_ENV !== 'h5') {
    return (
      <>
        <NewDraft store={newDraft} />
        <Views store={store} />
        {list}
      </>
    );
  }
  const hasPane = isWide && store.hasRows;
  return (
    <>
      <NewDraft store={newDraft} />
      <Views store={store} />
      <div className={hasPane ? 'panes' : ''}>
        <div className="pane-list">{list}</div>
        {hasPane ? <Pane store={store} /> : null}
      </div>
    </>
  );
});

const AnnouncementsPage = observer(() => (
  <Page title="公告" isWide>
    <StaffOnly path={paths.staffAnnouncements}>
      <Announcements />
    </StaffOnly>
  </Page>
));

export default AnnouncementsPage;
