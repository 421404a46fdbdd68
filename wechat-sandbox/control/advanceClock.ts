import { Type } from 'typebox';
import type { ControlApp, ControlContext } from './controlContext';

/** At most a hundred days at a time: longer than anything here lives. */
const ClockBody = Type.Object({ advanceSeconds: Type.Integer({ minimum: 0, maximum: 8_640_000 }) }, { additionalProperties: false });

export function registerAdvanceClock(app: ControlApp, { state }: ControlContext): void {
  app.post('/sandbox/clock', { schema: { body: ClockBody } }, (request) => {
    state.clock.advance(request.body.advanceSeconds);
    return { now: state.clock.now().toISOString() };
  });
}
