import { View } from '@tarojs/components';
import type { StaffGuide } from '../../../../../server/contract/guideReviews';
import { LinkTo } from '../../../../components/LinkTo';
import { ListItem } from '../../../../components/List';
import { paths } from '../../../../paths';

/** A guide of the department, and the way into its draft. */
export const StaffGuideRow = ({ guide }: { guide: StaffGuide }) => {
  const note = [guide.implementationCode, guide.department.name, guide.openDraftId === null ? null : '正在修改'].filter((part) => part !== null).join(' · ');
  const to = guide.openDraftId === null ? (guide.allowedActions.includes('edit') ? paths.editGuide(guide.id) : paths.guide(guide.id)) : paths.guideDraft(guide.openDraftId);
  return (
    <ListItem>
      <LinkTo to={to} label={`${guide.name}，${note}`} className="row has-chevron">
        <View className="row-name">{guide.name}</View>
        <View className="hint">{note}</View>
      </LinkTo>
    </ListItem>
  );
};
