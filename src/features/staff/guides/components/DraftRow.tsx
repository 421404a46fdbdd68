import { View } from '@tarojs/components';
import type { GuideDraftSummary } from '../../../../../server/contract/guideDrafts';
import { LinkTo } from '../../../../components/LinkTo';
import { ListItem } from '../../../../components/List';
import { StatusTag } from '../../../../components/StatusTag';
import { paths } from '../../../../paths';
import { useStores } from '../../../../stores/StoreContext';
import { dateAndTime } from '../../../../text/dates';
import { statusTones } from '../guideDraftLabels';

/** One draft of a list. */
export const DraftRow = ({ draft }: { draft: GuideDraftSummary }) => {
  const { now } = useStores();
  const note = [draft.department.name, draft.ownerName, dateAndTime(draft.updatedAt, now())].filter((part) => part !== null).join(' · ');
  return (
    <ListItem>
      <LinkTo to={paths.guideDraft(draft.id)} label={`${draft.name}，${draft.statusName}，${note}`} className="row has-chevron">
        <View className="row-name">{draft.name}</View>
        <StatusTag tone={statusTones[draft.status]}>{draft.statusName}</StatusTag>
        <View className="hint">{note}</View>
      </LinkTo>
    </ListItem>
  );
};
