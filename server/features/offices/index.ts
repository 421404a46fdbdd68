import type { FeatureEndpoints } from '../../endpoint';
import { getOffice } from './getOffice';
import { listOffices } from './listOffices';

export const offices: FeatureEndpoints = {
  tag: '办事大厅',
  anyone: { listOffices, getOffice },
};
