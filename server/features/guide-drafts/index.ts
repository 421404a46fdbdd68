import type { FeatureEndpoints } from '../../endpoint';
import { compareGuideVersions } from './compareGuideVersions';
import { getGuideDraft } from './getGuideDraft';
import { getGuideForm } from './getGuideForm';
import { linkReportToDraft } from './linkReportToDraft';
import { listGuideDrafts } from './listGuideDrafts';
import { prepareCancellation } from './prepareCancellation';
import { publishGuideDraft } from './publishGuideDraft';
import { returnGuideDraft } from './returnGuideDraft';
import { saveGuideDraft } from './saveGuideDraft';
import { startGuideDraft } from './startGuideDraft';
import { startNewGuide } from './startNewGuide';
import { submitGuideDraft } from './submitGuideDraft';
import { takeOverGuideVersion } from './takeOverGuideVersion';
import { withdrawGuideDraft } from './withdrawGuideDraft';

export const guideDrafts: FeatureEndpoints = {
  tag: '工作人员：编写指南',
  staff: {
    listGuideDrafts,
    getGuideForm,
    startGuideDraft,
    startNewGuide,
    prepareCancellation,
    getGuideDraft,
    saveGuideDraft,
    submitGuideDraft,
    returnGuideDraft,
    publishGuideDraft,
    withdrawGuideDraft,
    takeOverGuideVersion,
    linkReportToDraft,
    compareGuideVersions,
  },
};
