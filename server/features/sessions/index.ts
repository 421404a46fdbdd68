import type { FeatureEndpoints } from '../../endpoint';
import { createMiniProgramSession } from './createMiniProgramSession';
import { createOfficialAccountSession } from './createOfficialAccountSession';
import { endCurrentSession } from './endCurrentSession';
import { endSession } from './endSession';
import { listSessions } from './listSessions';

export const sessions: FeatureEndpoints = {
  tag: '登录',
  anyone: { createMiniProgramSession, createOfficialAccountSession },
  citizen: { listSessions, endCurrentSession, endSession },
};
