import { demoMiniProgram, demoOfficialAccount } from '../accounts';
import { openIdOf, unionIdOf } from '../demoCitizens';
import type { ControlApp, ControlContext } from './controlContext';

export function registerListCitizens(app: ControlApp, { state }: ControlContext): void {
  app.get('/sandbox/citizens', () => {
    const miniProgram = state.findAccountByKey('mini_program') ?? demoMiniProgram;
    const officialAccount = state.findAccountByKey('official_account') ?? demoOfficialAccount;
    return state.citizens.map((citizen) => ({
      id: citizen.id,
      name: citizen.name,
      description: citizen.description,
      phoneNumber: citizen.phoneNumber,
      miniProgramOpenId: openIdOf(citizen, miniProgram),
      officialAccountOpenId: openIdOf(citizen, officialAccount),
      unionId: unionIdOf(citizen, miniProgram) ?? null,
      isSnapshotUser: citizen.isSnapshotUser,
      isHighRisk: citizen.isHighRisk,
      isFollower: state.followers.has(citizen.id),
    }));
  });
}
