import { Type } from 'typebox';
import { requireCitizen, type ControlApp, type ControlContext } from './controlContext';

const SettingsBody = Type.Object({ acceptForeignCodes: Type.Union([Type.String({ minLength: 1 }), Type.Null()]) }, { additionalProperties: false });

export function registerChangeSettings(app: ControlApp, { state }: ControlContext): void {
  app.get('/sandbox/settings', () => ({ acceptForeignCodes: state.acceptForeignCodes }));

  app.put('/sandbox/settings', { schema: { body: SettingsBody } }, (request) => {
    const { acceptForeignCodes: citizenId } = request.body;
    if (citizenId !== null) requireCitizen(state, citizenId);
    state.acceptForeignCodes = citizenId;
    return { acceptForeignCodes: citizenId };
  });
}
