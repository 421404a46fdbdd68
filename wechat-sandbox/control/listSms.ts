import type { ControlApp, ControlContext } from './controlContext';

export function registerListSms(app: ControlApp, { state }: ControlContext): void {
  app.get('/sandbox/sms', () => state.smsInbox.list());
}
