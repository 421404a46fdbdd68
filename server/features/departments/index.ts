import type { FeatureEndpoints } from '../../endpoint';
import { listDepartments } from './listDepartments';

export const departments: FeatureEndpoints = {
  tag: '部门',
  anyone: { listDepartments },
};
