import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { errorText } from '../../../../api/errorMessages';
import { ActionButton } from '../../../../components/ActionButton';
import { useStores } from '../../../../stores/StoreContext';
import { paths } from '../../../../paths';
import type { DraftStore } from '../DraftStore';
import { saveWords } from '../saveWords';

/** Whether what was typed is safe, said in words; and what to do when it is not. */
export const SaveNote = observer(({ store }: { store: DraftStore }) => {
  const { session } = useStores();
  const { saveState, failure, removedFromBody } = store;
  const isWell = saveState === 'saved' || saveState === 'waiting' || saveState === 'saving';
  const signIn = () => void session.perform({ path: paths.announcementDraft(store.draftId), act: 'save-draft' }, store.save).catch(() => undefined);
  return (
    <View className={isWell ? 'hint' : 'warning'} {...(process.env.TARO_ENV === 'h5' ? { role: 'status' } : { 'aria-role': 'status' })}>
      {saveWords(store)}
      {failure === null ? null : (
        <View className="field-error">
          {errorText(failure).title}，{failure.fieldErrors[0]?.message ?? (failure.code === 'text_refused' ? failure.message : errorText(failure).nextAction)}
        </View>
      )}
      {saveState === 'kept' || saveState === 'refused' ? <ActionButton look="plain" label="现在就保存" onPress={() => void store.save()} /> : null}
      {saveState === 'signed_out' ? <ActionButton look="secondary" label="重新登录" onPress={signIn} /> : null}
      {removedFromBody.length === 0 ? null : <View>保存时从正文里去掉了：{removedFromBody.join('；')}。</View>}
    </View>
  );
});
