import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import type { GuideImport, ImportRow } from '../../../../server/contract/guideImports';
import { ActionButton } from '../../../components/ActionButton';
import { ListItem } from '../../../components/List';
import { PagedList } from '../../../components/PagedList';
import { Tappable } from '../../../components/Tappable';
import { Failure } from '../components/Failure';
import { explanationOf, kindLabels, kinds } from './importLabels';
import type { ImportsStore } from './ImportsStore';

const Change = ({ field, before, after }: ImportRow['changes'][number]) => (
  <View className="paragraph">
    <View className="hint">{field}</View>
    {before === null ? null : <View>原来：{before}</View>}
    <View>{after === null ? '改后：清空' : before === null ? after : `改后：${after}`}</View>
  </View>
);

const Row = ({ row, word }: { row: ImportRow; word: string }) => (
  <ListItem>
    <View className="row">
      <View className="row-name">{`${kindLabels[row.kind]}：${row.name ?? row.code ?? '没有名称的行'}`}</View>
      <View className="hint">{[`${row.sheet}第 ${row.row} ${word}`, row.code].filter((part) => part !== null).join(' · ')}</View>
      {row.changes.map((change) => (
        <Change key={change.field} {...change} />
      ))}
      {row.reasons.map(({ column, message }) => (
        <View key={`${column ?? ''}${message}`} className="field-error">
          {column === null ? message : `${column}：${message}`}
        </View>
      ))}
    </View>
  </ListItem>
);

const Decision = observer(({ store, made }: { store: ImportsStore; made: GuideImport }) => {
  const may = (action: GuideImport['allowedActions'][number]): boolean => made.allowedActions.includes(action);
  const refused = made.counts?.refused ?? 0;
  const needsConsent = refused > 0 && (may('confirm') || may('submit'));
  return (
    <View className="button-stack">
      {made.hasRefusedRows ? <ActionButton look="secondary" label="下载不能导入的行和原因" onPress={() => void store.download('refused')} /> : null}
      {needsConsent ? (
        <Tappable className={`choice ${store.withoutRefused ? 'is-chosen' : ''}`} role="checkbox" label={`只导入其余的，这 ${refused} ${made.rowWord}以后再说`} isChecked={store.withoutRefused} onPress={store.agreeWithoutRefused}>
          {`只导入其余的，这 ${refused} ${made.rowWord}以后再说`}
        </Tappable>
      ) : null}
      {store.isConsentMissing ? <View className="field-error">有不能导入的行。请改好表格重新选择，或者点上面的“只导入其余的”。</View> : null}
      <Failure error={store.failure} />
      {may('confirm') ? <ActionButton label={store.isBusy ? store.busyWith : '确认导入'} isBusy={store.isBusy} onPress={() => void store.confirm()} /> : null}
      {may('submit') ? <ActionButton label={store.isBusy ? store.busyWith : '交给审核'} isBusy={store.isBusy} onPress={() => void store.submit()} /> : null}
      {may('cancel') ? <ActionButton look="plain" label={made.isOwn ? '取消这次导入' : '退回，不导入'} isBusy={store.isBusy} onPress={() => void store.cancel()} /> : null}
    </View>
  );
});

/** What an import would change, or has changed, and what can be done about it. */
export const ImportDetail = observer(({ store }: { store: ImportsStore }) => {
  const { open: made } = store;
  if (made === null) return null;
  const { counts } = made;
  return (
    <View>
      <View className="paragraph" {...(process.env.TARO_ENV === 'h5' ? { role: 'status' } : {})}>
        {explanationOf(made)}
      </View>
      {made.unknownHeaders.length === 0 ? null : <View className="hint">{`没有用到的列：${made.unknownHeaders.join('、')}`}</View>}
      {made.notes.map((note) => (
        <View key={note} className="hint">
          {note}
        </View>
      ))}
      <Decision store={store} made={made} />
      {counts === null ? null : (
        <>
          <View className="choices">
            <Tappable className={`choice ${store.kind === null ? 'is-chosen' : ''}`} label="全部" isPressed={store.kind === null} onPress={() => store.showKind(null)}>
              全部
            </Tappable>
            {kinds
              .filter((kind) => counts[kind] > 0)
              .map((kind) => (
                <Tappable key={kind} className={`choice ${store.kind === kind ? 'is-chosen' : ''}`} label={`${kindLabels[kind]} ${counts[kind]}`} isPressed={store.kind === kind} onPress={() => store.showKind(kind)}>
                  {`${kindLabels[kind]} ${counts[kind]}`}
                </Tappable>
              ))}
          </View>
          <PagedList
            store={store.rows}
            count={(label) => `共 ${label} ${made.rowWord}`}
            row={(row) => <Row key={row.position} row={row} word={made.rowWord} />}
            empty={<View className="hint">没有这样的行。</View>}
            onRetry={() => store.showKind(store.kind)}
          />
        </>
      )}
    </View>
  );
});
