import type { FeatureEndpoints } from '../../endpoint';
import { closeReport } from './closeReport';
import { listReports } from './listReports';
import { readReportContact } from './readReportContact';
import { listSearchesWithoutResult } from './listSearchesWithoutResult';
import { markSearchDealtWith } from './markSearchDealtWith';
import { reopenSearch } from './reopenSearch';

export const staffReports: FeatureEndpoints = {
  tag: '工作人员：反馈',
  staff: { listReports, closeReport, readReportContact, listSearchesWithoutResult, markSearchDealtWith, reopenSearch },
};
