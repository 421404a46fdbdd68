import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import type { AnnouncementKind } from '../../../../server/contract/announcementContent';
import type { GrantedRole } from '../../../../server/contract/staff';
import { toApiError, type ApiError } from '../../../api/ApiError';
import { newUuid } from '../../../platform/newUuid';
import type { AnnouncementsApi } from './announcementsApi';

/** A new announcement: for which department and of which kind. The id is chosen once, so a second press makes no second draft. */
export class NewDraftStore {
  departmentId: string | null = null;
  kind: AnnouncementKind | null = null;
  isBusy = false;
  isIncomplete = false;
  failure: ApiError | null = null;
  departments: { id: string; name: string }[] = [];
  #draftId = newUuid();
  readonly #api: Pick<AnnouncementsApi, 'startDraft'>;

  constructor(api: Pick<AnnouncementsApi, 'startDraft'>) {
    this.#api = api;
    makeAutoObservable(this, { failure: observableRef }, { autoBind: true });
  }

  /** Where the member may write. With one department there is nothing to choose. */
  offer(roles: readonly GrantedRole[]): void {
    const byId = new Map(roles.filter(({ role }) => role === 'editor').map(({ department }) => [department.id, department]));
    this.departments = [...byId.values()];
    if (this.departments.length === 1) this.departmentId = this.departments[0]?.id ?? null;
  }

  chooseDepartment(id: string): void {
    this.departmentId = id;
    this.isIncomplete = false;
  }

  chooseKind(kind: AnnouncementKind): void {
    this.kind = kind;
    this.isIncomplete = false;
  }

  /** @returns the draft's id; null when it could not be begun. */
  async start(): Promise<string | null> {
    const { departmentId, kind, isBusy } = this;
    if (isBusy) return null;
    this.isIncomplete = departmentId === null || kind === null;
    if (departmentId === null || kind === null) return null;
    this.isBusy = true;
    this.failure = null;
    const draftId = this.#draftId;
    try {
      await this.#api.startDraft(draftId, { departmentId, kind });
      this.#draftId = newUuid();
      return draftId;
    } catch (thrown) {
      const failure = toApiError(thrown);
      runInAction(() => {
        this.failure = failure;
      });
      // Another kind was asked for after an answer that was lost: the id already has a draft.
      if (failure.code === 'draft_exists') this.#draftId = newUuid();
      return null;
    } finally {
      runInAction(() => {
        this.isBusy = false;
      });
    }
  }
}
