import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import type { AnnouncementStep, StaffAnnouncement } from '../../../../server/contract/announcementDrafts';
import { toApiError, type ApiError } from '../../../api/ApiError';
import { newUuid } from '../../../platform/newUuid';
import { failed, loading, ready, type LoadState } from '../../../stores/LoadState';
import type { AnnouncementsApi } from './announcementsApi';

/** One announcement that was published: to be corrected, withdrawn, archived. */
export class AnnouncementStore {
  state: LoadState<StaffAnnouncement> = loading;
  isBusy = false;
  failure: ApiError | null = null;
  readonly announcementId: string;
  readonly #api: Pick<AnnouncementsApi, 'readAnnouncement' | 'startCorrection' | 'takeAnnouncementStep'>;
  readonly #correctionId = newUuid();

  constructor(announcementId: string, api: Pick<AnnouncementsApi, 'readAnnouncement' | 'startCorrection' | 'takeAnnouncementStep'>) {
    this.announcementId = announcementId;
    this.#api = api;
    makeAutoObservable(this, { announcementId: false, state: observableRef, failure: observableRef }, { autoBind: true });
  }

  async load(): Promise<void> {
    let outcome: LoadState<StaffAnnouncement>;
    try {
      outcome = ready(await this.#api.readAnnouncement(this.announcementId));
    } catch (thrown) {
      outcome = failed(toApiError(thrown));
    }
    runInAction(() => {
      if (outcome.status === 'ready' || this.state.status !== 'ready') this.state = outcome;
    });
  }

  /** @returns the id of the draft in which the correction is written; null when it could not be begun. */
  async correct(reason: string): Promise<string | null> {
    const draft = await this.#attempt(() => this.#api.startCorrection(this.announcementId, this.#correctionId, reason));
    return draft?.id ?? null;
  }

  async takeStep(step: AnnouncementStep, reason: string | null): Promise<boolean> {
    const announcement = await this.#attempt(() => this.#api.takeAnnouncementStep(this.announcementId, step, reason === null ? {} : { reason }));
    if (announcement === null) return false;
    runInAction(() => {
      this.state = ready(announcement);
    });
    return true;
  }

  async #attempt<Reply>(act: () => Promise<Reply>): Promise<Reply | null> {
    if (this.isBusy) return null;
    this.isBusy = true;
    this.failure = null;
    let reply: Reply | null = null;
    let failure: ApiError | null = null;
    try {
      reply = await act();
    } catch (thrown) {
      failure = toApiError(thrown);
    }
    runInAction(() => {
      this.isBusy = false;
      this.failure = failure;
    });
    if (failure?.code === 'step_not_possible' || failure?.code === 'correction_open') await this.load();
    return reply;
  }
}
