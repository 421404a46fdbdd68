import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import type { RequiredMaterial } from '../../../../server/contract/serviceGuides';
import { Heading } from '../../../components/Heading';
import { Icon } from '../../../components/Icon';
import { List, ListItem } from '../../../components/List';
import { StatusTag } from '../../../components/StatusTag';
import { Tappable } from '../../../components/Tappable';
import type { GuideStore } from '../GuideStore';

/** What lies below the fold is mounted when asked for, so many at a time. */
const shownFirst = 8;
const step = 20;

const MaterialRow = observer(({ material, store }: { material: RequiredMaterial; store: GuideStore }) => {
  const isChecked = store.checked.includes(material.name);
  return (
    <ListItem>
      <Tappable className="row material" role="checkbox" label={material.name} isChecked={isChecked} onPress={() => store.toggleMaterial(material.name)}>
        <View className={isChecked ? 'checkbox is-checked' : 'checkbox'}>{isChecked ? <Icon name="check" /> : null}</View>
        <View>
          <View className="row-name">{material.name}</View>
          {material.note === null ? null : <View className="hint">{material.note}</View>}
        </View>
      </Tappable>
    </ListItem>
  );
});

const Progress = observer(({ store }: { store: GuideStore }) => (
  <View className="hint">
    已备 {store.checkedCount} / {store.materialsToBring.length} · 清单存在本机
  </View>
));

/** The materials as a list to tick off; what need not be brought stands apart. */
export const Materials = observer(({ store }: { store: GuideStore }) => {
  const [shownCount, setShownCount] = useState(shownFirst);
  const { materialsToBring, waivedMaterials } = store;
  const shown = materialsToBring.slice(0, shownCount);
  const hidden = materialsToBring.length - shown.length;
  return (
    <View className="section">
      <View className="beside">
        <Heading level={2}>要带的材料</Heading>
        {materialsToBring.length === 0 ? null : <Progress store={store} />}
      </View>
      {materialsToBring.length > 0 ? null : (
        <View className="paragraph">{waivedMaterials.length > 0 ? '不用带材料。' : '部门还没有公布要带的材料，去之前请先打电话问清楚。'}</View>
      )}
      <List>
        {shown.map((material) => (
          <MaterialRow key={material.name} material={material} store={store} />
        ))}
      </List>
      {hidden === 0 ? null : (
        <Tappable className="row-more" label={`还有 ${hidden} 样材料`} isExpanded={false} onPress={() => setShownCount(shownCount + step)}>
          还有 {hidden} 样材料
        </Tappable>
      )}
      {waivedMaterials.length === 0 ? null : (
        <View className="waived">
          {waivedMaterials.map(({ name, note }) => (
            <View key={name} className="waived-item">
              不用带：{name} <StatusTag tone="green">免提交</StatusTag>
              {note === null ? '' : ` ${note}`}
            </View>
          ))}
        </View>
      )}
    </View>
  );
});
