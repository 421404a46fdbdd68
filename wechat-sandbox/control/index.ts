import { registerAdvanceClock } from './advanceClock';
import { registerChangeSettings } from './changeSettings';
import { registerCheckUrl } from './checkUrl';
import type { ControlApp, ControlContext } from './controlContext';
import { registerCreateLoginCode } from './createLoginCode';
import { registerCreatePhoneCode } from './createPhoneCode';
import { registerListCitizens } from './listCitizens';
import { registerListSms } from './listSms';
import { registerSendPush } from './sendPush';
import { registerSwitchFaults } from './switchFaults';

/** What tests, the demo page and the mini-program's stand-in use. None of it exists at WeChat. */
export function registerControlApi(app: ControlApp, context: ControlContext): void {
  registerListCitizens(app, context);
  registerCreateLoginCode(app, context);
  registerCreatePhoneCode(app, context);
  registerSwitchFaults(app, context);
  registerSendPush(app, context);
  registerCheckUrl(app, context);
  registerListSms(app, context);
  registerChangeSettings(app, context);
  registerAdvanceClock(app, context);
}
