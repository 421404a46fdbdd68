import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import type { AnnouncementKind } from '../../../../server/contract/announcementContent';
import { Tappable } from '../../../components/Tappable';
import { announcementKindLabels } from '../../../text/announcementLabels';
import type { AnnouncementListStore } from '../AnnouncementListStore';
import { Choice } from './Choice';

const kinds: { kind: AnnouncementKind | null; name: string }[] = [
  { kind: null, name: '全部' },
  ...(Object.entries(announcementKindLabels) as [AnnouncementKind, string][]).map(([kind, name]) => ({ kind, name })),
];

/** By kind at a glance; by department, topic and year on demand. */
export const Narrowing = observer(({ store }: { store: AnnouncementListStore }) => {
  const { chosen, filters, asked } = store;
  if (asked !== null) {
    return (
      <Tappable className="text-link" label="返回全部公告" onPress={() => void store.search('')}>
        返回全部公告
      </Tappable>
    );
  }
  return (
    <>
      <View className="choices kinds">
        {kinds.map(({ kind, name }) => (
          <Tappable key={name} className={chosen.kind === kind ? 'choice is-chosen' : 'choice'} label={name} isPressed={chosen.kind === kind} onPress={() => void store.choose({ kind })}>
            {name}
          </Tappable>
        ))}
      </View>
      <View className="filters">
        <Choice label="部门" options={filters?.departments ?? []} chosenId={chosen.departmentId} onChoose={(departmentId) => void store.choose({ departmentId })} />
        <Choice label="主题" options={(filters?.topics ?? []).map(({ code, name }) => ({ id: code, name }))} chosenId={chosen.topic} onChoose={(topic) => void store.choose({ topic })} />
        <Choice
          label="年份"
          options={(filters?.years ?? []).map(({ year }) => ({ id: String(year), name: `${year}年` }))}
          chosenId={chosen.year === null ? null : String(chosen.year)}
          onChoose={(year) => void store.choose({ year: year === null ? null : Number(year) })}
        />
      </View>
    </>
  );
});
