import { Type } from 'typebox';
import type { ControlApp, ControlContext } from './controlContext';
import { ControlError } from './controlError';

const FaultBody = Type.Object(
  {
    path: Type.String({ minLength: 1 }),
    errcode: Type.Optional(Type.Integer()),
    httpStatus: Type.Optional(Type.Integer({ minimum: 400, maximum: 599 })),
    delayMs: Type.Optional(Type.Integer({ minimum: 0, maximum: 120_000 })),
    dropConnection: Type.Optional(Type.Boolean()),
    times: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
  },
  { additionalProperties: false },
);
const FaultQuery = Type.Object({ path: Type.Optional(Type.String({ minLength: 1 })) }, { additionalProperties: false });

/** Any error, delay or cut connection on any path; one fault a path. */
export function registerSwitchFaults(app: ControlApp, { state, faultPaths }: ControlContext): void {
  app.get('/sandbox/faults', () => state.faults.list());

  app.post('/sandbox/faults', { schema: { body: FaultBody } }, (request) => {
    const fault = request.body;
    if (!faultPaths.includes(fault.path)) throw new ControlError(400, `没有这个路径：${fault.path}`);
    const does = fault.errcode !== undefined || fault.httpStatus !== undefined || fault.delayMs !== undefined || fault.dropConnection === true;
    if (!does) throw new ControlError(400, '请至少写明一种故障：errcode、httpStatus、delayMs 或 dropConnection');
    state.faults.set(fault);
    return state.faults.list();
  });

  app.delete('/sandbox/faults', { schema: { querystring: FaultQuery } }, (request) => {
    state.faults.clear(request.query.path);
    return state.faults.list();
  });
}
