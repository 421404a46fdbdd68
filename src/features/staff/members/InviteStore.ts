import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import type { StaffDepartment } from '../../../../server/contract/staffDepartments';
import type { IssuedInvitation } from '../../../../server/contract/staffMembers';
import { toApiError, type ApiError } from '../../../api/ApiError';
import type { ConfirmationStore } from '../confirmation/ConfirmationStore';
import type { MembersApi } from './membersApi';
import { RolesStore } from './RolesStore';

type WithConfirmation = ConfirmationStore['withConfirmation'];

/** A new member, from the first letter typed to the link that can be sent. */
export class InviteStore {
  name = '';
  phoneNumber = '';
  position = '';
  departments: StaffDepartment[] = [];
  isBusy = false;
  isChecked = false;
  failure: ApiError | null = null;
  invitation: IssuedInvitation | null = null;
  readonly roles = new RolesStore([]);
  readonly #api: MembersApi;
  /** One for this form: what is sent twice invites one person. */
  readonly #memberId: string;

  constructor(api: MembersApi, newId: () => string) {
    this.#api = api;
    this.#memberId = newId();
    makeAutoObservable(this, { roles: false, failure: observableRef, invitation: observableRef }, { autoBind: true });
  }

  async loadDepartments(): Promise<void> {
    try {
      const { items } = await this.#api.listDepartments();
      runInAction(() => {
        this.departments = items;
        if (items.length === 1) this.roles.chooseDepartment(items[0]?.id ?? null);
      });
    } catch (thrown) {
      runInAction(() => {
        this.failure = toApiError(thrown);
      });
    }
  }

  type(field: 'name' | 'phoneNumber' | 'position', value: string): void {
    this[field] = value;
    this.failure = null;
  }

  get problems(): { name?: string; phoneNumber?: string; roles?: string } {
    if (!this.isChecked) return {};
    return {
      ...(this.name.trim() === '' ? { name: '请写上姓名。' } : {}),
      ...(/^1[3-9][0-9]{9}$/.test(this.phoneNumber) ? {} : { phoneNumber: '请写上 11 位手机号。' }),
      ...(this.roles.grants.length === 0 ? { roles: '请至少加一项职责：选好职责和部门，再按“加上这项”。' } : {}),
    };
  }

  async invite(withConfirmation: WithConfirmation): Promise<void> {
    if (this.isBusy) return;
    this.roles.settle();
    this.isChecked = true;
    this.failure = null;
    if (Object.keys(this.problems).length > 0) return;
    this.isBusy = true;
    const position = this.position.trim();
    const body = { name: this.name.trim(), phoneNumber: this.phoneNumber, roles: [...this.roles.grants], ...(position === '' ? {} : { position }) };
    let issued: IssuedInvitation | null = null;
    let failure: ApiError | null = null;
    try {
      const confirmed = await withConfirmation('invite_member', (headers) => this.#api.invite(this.#memberId, body, headers));
      if (confirmed.outcome === 'done') issued = confirmed.reply;
    } catch (thrown) {
      failure = toApiError(thrown);
    }
    runInAction(() => {
      this.isBusy = false;
      this.failure = failure;
      this.invitation = issued;
    });
  }
}
