import type { GuideFile } from '../../../../server/contract/guideContent';
import { FileLink } from '../../../components/FileLink';
import { useStores } from '../../../stores/StoreContext';

/** A form or sample of a guide. */
export const GuideFileLink = ({ guideId, file, kind }: { guideId: string; file: GuideFile; kind: string }) => {
  const { guidesApi } = useStores();
  return <FileLink file={file} kind={kind} url={guidesApi.fileUrl(guideId, file.hash)} />;
};
