import { makeAutoObservable } from 'mobx';
import type { GrantedRole, StaffRole } from '../../../../server/contract/staff';
import type { RoleGrantBody } from '../../../../server/contract/staffMembers';

const keyOf = ({ role, departmentId }: RoleGrantBody): string => `${role}:${departmentId}`;

/** The roles somebody is to have: those they hold, with what is added and taken away and not sent yet. */
export class RolesStore {
  role: StaffRole | null = null;
  departmentId: string | null = null;
  isIncomplete = false;
  grants: RoleGrantBody[];
  readonly #held: RoleGrantBody[];

  constructor(held: readonly GrantedRole[]) {
    this.#held = held.map(({ role, department }) => ({ role, departmentId: department.id }));
    this.grants = [...this.#held];
    makeAutoObservable(this, {}, { autoBind: true });
  }

  chooseRole(role: StaffRole | null): void {
    this.role = role;
    this.isIncomplete = false;
  }

  chooseDepartment(id: string | null): void {
    this.departmentId = id;
    this.isIncomplete = false;
  }

  add(): void {
    const { role, departmentId } = this;
    this.isIncomplete = role === null || departmentId === null;
    if (role === null || departmentId === null) return;
    const wanted = { role, departmentId };
    if (!this.grants.some((each) => keyOf(each) === keyOf(wanted))) this.grants = [...this.grants, wanted];
    this.role = null;
  }

  remove(grant: RoleGrantBody): void {
    this.grants = this.grants.filter((each) => keyOf(each) !== keyOf(grant));
  }

  /** What was chosen and not added yet counts too: whoever presses the last button means it. */
  settle(): void {
    if (this.role !== null && this.departmentId !== null) this.add();
  }

  get change(): { grant: RoleGrantBody[]; revoke: RoleGrantBody[] } {
    const held = new Set(this.#held.map(keyOf));
    const wanted = new Set(this.grants.map(keyOf));
    return { grant: this.grants.filter((each) => !held.has(keyOf(each))), revoke: this.#held.filter((each) => !wanted.has(keyOf(each))) };
  }

  get isChanged(): boolean {
    return this.change.grant.length + this.change.revoke.length > 0;
  }
}
