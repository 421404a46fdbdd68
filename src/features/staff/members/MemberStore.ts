import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import type { StaffDepartment } from '../../../../server/contract/staffDepartments';
import type { Colleague, HandOver, IssuedInvitation, StaffMember } from '../../../../server/contract/staffMembers';
import { toApiError, type ApiError } from '../../../api/ApiError';
import { failed, loading, ready, type LoadState } from '../../../stores/LoadState';
import type { ConfirmationStore } from '../confirmation/ConfirmationStore';
import type { MembersApi } from './membersApi';
import { RolesStore } from './RolesStore';

type WithConfirmation = ConfirmationStore['withConfirmation'];
export type MemberSheet = 'roles' | 'leaving' | 'stand_in' | 'reinstating';

/** One member, and what is being done about them. */
export class MemberStore {
  state: LoadState<StaffMember> = loading;
  sheet: MemberSheet | null = null;
  isBusy = false;
  failure: ApiError | null = null;
  /** What the last act did. */
  done: string | null = null;
  invitation: IssuedInvitation | null = null;
  departments: StaffDepartment[] = [];
  roles = new RolesStore([]);
  handOver: HandOver | null = null;
  successorId: string | null = null;
  colleagues: Colleague[] | null = null;
  colleagueId: string | null = null;
  from = '';
  to = '';
  readonly memberId: string;
  readonly #api: MembersApi;
  readonly #newId: () => string;
  #standInId: string;

  constructor(memberId: string, api: MembersApi, newId: () => string) {
    this.memberId = memberId;
    this.#api = api;
    this.#newId = newId;
    this.#standInId = newId();
    makeAutoObservable(
      this,
      { memberId: false, state: observableRef, failure: observableRef, invitation: observableRef, departments: observableRef, handOver: observableRef, colleagues: observableRef },
      { autoBind: true },
    );
  }

  async load(): Promise<void> {
    let outcome: LoadState<StaffMember>;
    try {
      outcome = ready(await this.#api.read(this.memberId));
    } catch (thrown) {
      outcome = failed(toApiError(thrown));
    }
    runInAction(() => {
      this.state = outcome;
    });
  }

  async open(sheet: MemberSheet): Promise<void> {
    this.sheet = sheet;
    this.failure = null;
    this.done = null;
    this.successorId = null;
    if (this.state.status === 'ready') this.roles = new RolesStore(sheet === 'reinstating' ? [] : this.state.value.roles);
    await this.#attempt(async () => {
      if (sheet === 'leaving') {
        const handOver = await this.#api.readHandOver(this.memberId);
        runInAction(() => (this.handOver = handOver));
      } else if (sheet === 'stand_in') {
        const { items } = await this.#api.listColleagues(this.memberId);
        runInAction(() => (this.colleagues = items));
      } else {
        const { items } = await this.#api.listDepartments();
        runInAction(() => (this.departments = items));
      }
    });
  }

  close(): void {
    this.sheet = null;
    this.failure = null;
  }

  chooseSuccessor(id: string | null): void {
    this.successorId = id;
    this.failure = null;
  }

  chooseColleague(id: string | null): void {
    this.colleagueId = id;
    this.failure = null;
  }

  setPeriod(edge: 'from' | 'to', day: string): void {
    this[edge] = day;
    this.failure = null;
  }

  changeRoles(withConfirmation: WithConfirmation): Promise<void> {
    this.roles.settle();
    const { change } = this.roles;
    return this.#act('职责改好了，立刻生效。', async () => {
      const confirmed = await withConfirmation('change_roles', (headers) => this.#api.changeRoles(this.memberId, change, headers));
      return confirmed.outcome === 'done' ? confirmed.reply : null;
    });
  }

  leave(withConfirmation: WithConfirmation): Promise<void> {
    const body = this.successorId === null ? {} : { successorId: this.successorId };
    return this.#act('已停用，没办完的事已经移交。', async () => {
      const confirmed = await withConfirmation('suspend_member', (headers) => this.#api.leave(this.memberId, body, headers));
      return confirmed.outcome === 'done' ? confirmed.reply : null;
    });
  }

  nameStandIn(): Promise<void> {
    const { colleagueId, from, to } = this;
    if (colleagueId === null || from === '' || to === '') return Promise.resolve();
    return this.#act('代班人定好了。', async () => {
      const member = await this.#api.nameStandIn(this.memberId, this.#standInId, { colleagueId, from, to });
      this.#standInId = this.#newId();
      return member;
    });
  }

  endStandIn(absentId: string, id: string): Promise<void> {
    return this.#act('代班已结束。', async () => {
      await this.#api.endStandIn(absentId, id);
      return this.#api.read(this.memberId);
    });
  }

  cancelInvitation(): Promise<void> {
    return this.#act('邀请已撤回。', () => this.#api.cancelInvitation(this.memberId));
  }

  renewInvitation(): Promise<void> {
    return this.#issue(() => this.#api.renewInvitation(this.memberId));
  }

  reinstate(withConfirmation: WithConfirmation): Promise<void> {
    this.roles.settle();
    const grants = [...this.roles.grants];
    if (grants.length === 0) return Promise.resolve();
    return this.#issue(async () => {
      const confirmed = await withConfirmation('invite_member', (headers) => this.#api.reinstate(this.memberId, grants, headers));
      return confirmed.outcome === 'done' ? confirmed.reply : null;
    });
  }

  /** Does it, shows the member as they are then, and closes the sheet; a refusal keeps what was chosen. */
  async #act(done: string, call: () => Promise<StaffMember | null>): Promise<void> {
    await this.#attempt(async () => {
      const member = await call();
      if (member === null) return;
      runInAction(() => {
        this.state = ready(member);
        this.sheet = null;
        this.invitation = null;
        this.done = done;
      });
    });
  }

  async #issue(call: () => Promise<IssuedInvitation | null>): Promise<void> {
    await this.#attempt(async () => {
      const invitation = await call();
      if (invitation === null) return;
      const member = await this.#api.read(this.memberId);
      runInAction(() => {
        this.state = ready(member);
        this.sheet = null;
        this.invitation = invitation;
      });
    });
  }

  async #attempt(work: () => Promise<void>): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    this.failure = null;
    let failure: ApiError | null = null;
    try {
      await work();
    } catch (thrown) {
      failure = toApiError(thrown);
    }
    runInAction(() => {
      this.isBusy = false;
      this.failure = failure;
    });
  }
}
