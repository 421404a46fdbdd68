import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import type { FollowList } from '../../../server/contract/follows';
import { toApiError, type ApiError } from '../../api/ApiError';
import { failed, loading, ready, type LoadState } from '../../stores/LoadState';
import type { InboxApi } from './inboxApi';

/** Something that is followed, as a row shows it. */
export interface Followed {
  by: 'departmentId' | 'topic';
  /** Id of the department, or code of the topic. */
  value: string;
  name: string;
  followedAt: string;
}

/** What the citizen follows; departments and topics together, the latest first. */
export class FollowsStore {
  state: LoadState<readonly Followed[]> = loading;
  /** What is being stopped at the moment. */
  stopping: string | null = null;
  /** The name of what was stopped last. */
  stopped: string | null = null;
  failure: ApiError | null = null;
  readonly #api: InboxApi;

  constructor(api: InboxApi) {
    this.#api = api;
    makeAutoObservable(this, { state: observableRef, failure: observableRef }, { autoBind: true });
  }

  async load(): Promise<void> {
    let outcome: LoadState<readonly Followed[]>;
    try {
      outcome = ready(inOneList(await this.#api.listFollows()));
    } catch (thrown) {
      outcome = failed(toApiError(thrown));
    }
    runInAction(() => {
      this.state = outcome;
    });
  }

  async stop({ by, value, name }: Followed): Promise<void> {
    if (this.stopping !== null) return;
    this.stopping = value;
    this.stopped = null;
    this.failure = null;
    let failure: ApiError | null = null;
    try {
      await (by === 'departmentId' ? this.#api.unfollowDepartment(value) : this.#api.unfollowTopic(value));
    } catch (thrown) {
      failure = toApiError(thrown);
    }
    runInAction(() => {
      this.stopping = null;
      this.failure = failure;
      if (failure !== null || this.state.status !== 'ready') return;
      this.stopped = name;
      this.state = ready(this.state.value.filter((each) => each.by !== by || each.value !== value));
    });
  }
}

const inOneList = ({ departments, topics }: FollowList): Followed[] =>
  [
    ...departments.map(({ id, name, followedAt }) => ({ by: 'departmentId' as const, value: id, name, followedAt })),
    ...topics.map(({ code, name, followedAt }) => ({ by: 'topic' as const, value: code, name, followedAt })),
  ].sort((one, other) => other.followedAt.localeCompare(one.followedAt));
