import type { FeatureEndpoints } from '../../endpoint';
import { uploadStaffFile } from './uploadStaffFile';

export const staffFiles: FeatureEndpoints = {
  tag: '工作人员：文件',
  staff: { uploadStaffFile },
};
