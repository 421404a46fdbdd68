import { makeAutoObservable } from 'mobx';
import type { AnnouncementDraftSummary, StaffAnnouncementSummary } from '../../../../server/contract/announcementDrafts';
import type { AnnouncementKind } from '../../../../server/contract/announcementContent';
import type { AnnouncementStatus } from '../../../../server/contract/announcementFlow';
import { loading } from '../../../stores/LoadState';
import { PagedListStore } from '../../../stores/PagedListStore';
import type { BesideFirstPage } from '../BesideFirstPage';
import type { AnnouncementsApi } from './announcementsApi';

export type ListView = 'mine' | 'to_approve' | 'all' | 'published';

/** Drafts, or what is published; by whom, in which state, of which kind. And the one that is looked at beside the list. */
export class AnnouncementsStore {
  view: ListView = 'mine';
  status: AnnouncementStatus | null = null;
  kind: AnnouncementKind | null = null;
  title = '';
  openId: string | null = null;
  readonly drafts = new PagedListStore<AnnouncementDraftSummary>(loading);
  readonly published = new PagedListStore<StaffAnnouncementSummary>(loading);
  readonly #api: Pick<AnnouncementsApi, 'listDrafts' | 'listAnnouncements'>;
  readonly #beside: Pick<BesideFirstPage<unknown>, 'with' | 'draw'>;

  /** @param beside what stands above the list, of which it is part */
  constructor(api: Pick<AnnouncementsApi, 'listDrafts' | 'listAnnouncements'>, beside: Pick<BesideFirstPage<unknown>, 'with' | 'draw'>) {
    this.#api = api;
    this.#beside = beside;
    makeAutoObservable(this, { drafts: false, published: false }, { autoBind: true });
  }

  get hasRows(): boolean {
    const { state } = this.view === 'published' ? this.published : this.drafts;
    return state.status === 'ready' && state.value.items.length > 0;
  }

  load(): void {
    const { view, status, kind } = this;
    const title = this.title.trim();
    if (view === 'published') void this.published.load((cursor) => this.#api.listAnnouncements({ status: status ?? undefined, kind: kind ?? undefined, title: title === '' ? undefined : title, cursor }));
    else void this.drafts.load(this.#beside.with((cursor) => this.#api.listDrafts({ show: view, cursor })), undefined, this.#beside.draw);
  }

  loadMore(): void {
    void (this.view === 'published' ? this.published : this.drafts).loadMore();
  }

  show(view: ListView): void {
    this.view = view;
    this.openId = null;
    this.load();
  }

  filter(filters: { status?: AnnouncementStatus | null; kind?: AnnouncementKind | null }): void {
    if (filters.status !== undefined) this.status = filters.status;
    if (filters.kind !== undefined) this.kind = filters.kind;
    this.openId = null;
    this.load();
  }

  typeTitle(title: string): void {
    this.title = title;
  }

  open(id: string): void {
    this.openId = this.openId === id ? null : id;
  }

  /** A step was taken beside the list: the row may have moved, or left. */
  refresh(): void {
    this.openId = null;
    this.load();
  }
}
