import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import type { FollowList } from '../../../server/contract/follows';
import type { ApiClient } from '../../api/ApiClient';
import { ApiError } from '../../api/ApiError';

/** Whether one department or topic is followed. */
export class FollowStore {
  /** Null until it is known. */
  isFollowed: boolean | null = null;
  readonly #by: 'departmentId' | 'topic';
  readonly #value: string;
  readonly #client: Pick<ApiClient, 'request'>;

  constructor(by: 'departmentId' | 'topic', value: string, client: Pick<ApiClient, 'request'>) {
    this.#by = by;
    this.#value = value;
    this.#client = client;
    makeAutoObservable(this, { isFollowed: observableRef }, { autoBind: true });
  }

  /** Asks the server; not knowing shows as "not followed", which following again does not harm. */
  async refresh(): Promise<void> {
    try {
      const { departments, topics } = await this.#client.request<FollowList>({ path: '/follows' });
      const isFollowed = this.#by === 'topic' ? topics.some(({ code }) => code === this.#value) : departments.some(({ id }) => id === this.#value);
      runInAction(() => {
        this.isFollowed = isFollowed;
      });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
    }
  }

  /** @throws ApiError */
  async put(isFollowed: boolean): Promise<void> {
    const path = `/follows/${this.#by === 'topic' ? 'topics' : 'departments'}/${encodeURIComponent(this.#value)}`;
    await this.#client.request<void>({ method: isFollowed ? 'PUT' : 'DELETE', path });
    runInAction(() => {
      this.isFollowed = isFollowed;
    });
  }
}
