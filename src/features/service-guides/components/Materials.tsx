import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import type { ServiceGuide } from '../../../../server/contract/serviceGuides';
import { Heading } from '../../../components/Heading';
import { List } from '../../../components/List';
import { StatusTag } from '../../../components/StatusTag';
import type { GuideStore } from '../GuideStore';
import { shortened } from '../guideLabels';
import { copiesLine } from '../materialLabels';
import { sizeOf } from '../../../components/portions';
import { InParts } from './InParts';
import { MaterialRow } from './MaterialRow';
import { TakeAlong } from './TakeAlong';

/** Bytes of a setData. What lies below the fold is mounted when asked for. */
const materialsBudget = 9_500;
const waivedBudget = 2_500;

/** The contract's limit of a name. */
const longestName = 500;
const longestNote = 80;

const Progress = observer(({ store }: { store: GuideStore }) => (
  <View className="hint">
    已备 {store.checkedCount} / {store.materialsToBring.length} · 清单存在本机
  </View>
));

const Waived = observer(({ store }: { store: GuideStore }) => (
  <View className="waived">
    <InParts
      items={store.waivedMaterials}
      budget={waivedBudget}
      sizeOf={({ name, note, waivedSource }) => sizeOf(3, [name, shortened(waivedSource ?? note ?? '', longestNote)], longestName)}
      moreLabel={(hidden) => `还有 ${hidden} 样不用带的材料`}
      render={({ name, note, waivedSource }, index) => (
        <View key={`${name}/${index}`} className="waived-item">
          不用带：{name} <StatusTag tone="green">免提交</StatusTag>
          {` ${shortened(waivedSource ?? note ?? '部门自己查', longestNote)}`}
        </View>
      )}
    />
  </View>
));

/** Said in place of the list when there is nothing to tick off. */
const nothingToBring = (store: GuideStore): string => (store.guide?.content.requiredMaterials === undefined ? '部门还没有公布要带的材料，去之前请先打电话问清楚。' : '不用带材料。');

/** The materials as a list to tick off; what need not be brought stands apart. */
export const Materials = observer(({ store, guide }: { store: GuideStore; guide: ServiceGuide }) => {
  const { materialsToBring, waivedMaterials } = store;
  return (
    <View className="section">
      <View className="beside">
        <Heading level={2}>要带的材料</Heading>
        {materialsToBring.length === 0 ? null : <Progress store={store} />}
      </View>
      {materialsToBring.length > 0 ? null : <View className="paragraph">{nothingToBring(store)}</View>}
      <InParts
        items={materialsToBring}
        budget={materialsBudget}
        sizeOf={(material) => sizeOf(7, [material.name, material.name, material.name, copiesLine(material), shortened(material.note ?? '', longestNote)], longestName)}
        moreLabel={(hidden) => `还有 ${hidden} 样材料`}
        render={(material, index) => <MaterialRow key={`${material.name}/${index}`} material={material} store={store} />}
        wrap={(rows) => <List>{rows}</List>}
      />
      {waivedMaterials.length === 0 ? null : <Waived store={store} />}
      <TakeAlong store={store} guide={guide} />
    </View>
  );
});
