import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import type { RequiredMaterial } from '../../../../server/contract/guideContent';
import { Icon } from '../../../components/Icon';
import { ListItem } from '../../../components/List';
import { StatusTag } from '../../../components/StatusTag';
import { Tappable } from '../../../components/Tappable';
import type { GuideStore } from '../GuideStore';
import { shortened } from '../guideLabels';
import { copiesLine, detailsLabel, materialDetails, materialTags } from '../materialLabels';
import { GuideFileLink } from './GuideFileLink';
import { Labelled } from './Labelled';

/** A note longer than this is cut in the row and whole among the details. */
const longestNote = 80;

const Details = ({ material, guideId }: { material: RequiredMaterial; guideId: string }) => {
  const { note = '', blankForm, filledSample } = material;
  return (
    <View className="material-details">
      {blankForm === undefined ? null : <GuideFileLink guideId={guideId} file={blankForm} kind="空白表格" />}
      {filledSample === undefined ? null : <GuideFileLink guideId={guideId} file={filledSample} kind="填写样例" />}
      {note.length > longestNote ? <Labelled term="说明" text={note} of={material.name} /> : null}
      {materialDetails(material).map(({ term, text }) => (
        <Labelled key={term} term={term} text={text} of={material.name} />
      ))}
    </View>
  );
};

const hasDetails = (material: RequiredMaterial): boolean =>
  material.blankForm !== undefined || material.filledSample !== undefined || (material.note ?? '').length > longestNote || materialDetails(material).length > 0;

/** One material to tick off. Forms, samples and requirements open below it, not with it: the box must not move under a finger. */
export const MaterialRow = observer(({ material, store }: { material: RequiredMaterial; store: GuideStore }) => {
  const [isOpen, setIsOpen] = useState(false);
  const isChecked = store.checked.includes(material.name);
  const copies = copiesLine(material);
  const label = detailsLabel(material);
  return (
    <ListItem>
      <Tappable className="row material" role="checkbox" label={material.name} isChecked={isChecked} onPress={() => store.toggleMaterial(material.name)}>
        <View className={isChecked ? 'checkbox is-checked' : 'checkbox'}>{isChecked ? <Icon name="check" /> : null}</View>
        <View>
          <View className="row-name">
            {`${material.name} `}
            {materialTags(material).map(({ tone, word }) => (
              <StatusTag key={word} tone={tone}>
                {word}
              </StatusTag>
            ))}
          </View>
          {copies === null ? null : <View className="hint">{copies}</View>}
          {material.note === undefined ? null : <View className="hint">{shortened(material.note, longestNote)}</View>}
        </View>
      </Tappable>
      {hasDetails(material) ? (
        <View className="material-more">
          <Tappable className={isOpen ? 'text-link unfold is-open' : 'text-link unfold'} label={`${material.name}：${label}`} isExpanded={isOpen} onPress={() => setIsOpen(!isOpen)}>
            {process.env.TARO_ENV === 'h5' ? <span className="only-read-aloud">{material.name}：</span> : null}
            {label}
          </Tappable>
          {isOpen ? <Details material={material} guideId={store.guideId} /> : null}
        </View>
      ) : null}
    </ListItem>
  );
});
