import type { FeatureEndpoints } from '../../endpoint';
import { createConfirmation } from './createConfirmation';
import { createConfirmationByWeChat } from './createConfirmationByWeChat';
import { createDesktopSession } from './createDesktopSession';
import { createSignInRequest } from './createSignInRequest';
import { decideConfirmationRequest } from './decideConfirmationRequest';
import { findConfirmationRequest } from './findConfirmationRequest';
import { getConfirmation } from './getConfirmation';
import { getConfirmationRequest } from './getConfirmationRequest';

export const confirmations: FeatureEndpoints = {
  tag: '扫码登录与确认',
  anyone: { createSignInRequest, createDesktopSession },
  staff: { createConfirmation, getConfirmation, createConfirmationByWeChat, findConfirmationRequest, getConfirmationRequest, decideConfirmationRequest },
};
