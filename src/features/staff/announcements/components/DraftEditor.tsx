import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { lazy, Suspense, useState } from 'react';
import type { AnnouncementFinding } from '../../../../../server/contract/announcementDrafts';
import { ActionButton } from '../../../../components/ActionButton';
import { Notice } from '../../../../components/Notice';
import { SkeletonRows } from '../../../../components/SkeletonRows';
import { TextArea } from '../../../../components/TextArea';
import { TextField } from '../../../../components/TextField';
import { useIsWide } from '../../useIsWide';
import type { AnnouncementsApi } from '../announcementsApi';
import type { DraftDesk } from '../DraftDesk';
import { groupOf } from '../fieldGroups';
import { fieldWords } from '../fieldLabels';
import { ClashPanel } from './ClashPanel';
import { Comparison } from './Comparison';
import { DraftSteps } from './DraftSteps';
import { FieldsPanel } from './FieldsPanel';
import { FileFailure } from './FileFailure';
import { FindingsPanel } from './FindingsPanel';
import { ImportedPanel } from './ImportedPanel';
import { OthersNote } from './OthersNote';
import { PlainTextField } from './PlainTextField';
import { Preview } from './Preview';
import { SaveNote } from './SaveNote';
import { Timeline } from './Timeline';

const longestTitle = 120;

/** Toolbar and editor are for wide browser windows: no other device is sent a byte of them. */
const RichTextField = process.env.TARO_ENV === 'h5' ? lazy(() => import('./RichTextField').then((module) => ({ default: module.RichTextField }))) : null;

const TitleField = observer(({ desk: { store } }: { desk: DraftDesk }) => (
  <View className="section">
    <TextField label={fieldWords.title.label} {...(fieldWords.title.hint === undefined ? {} : { hint: fieldWords.title.hint })} value={store.values.title} maxLength={longestTitle} onInput={(title) => store.edit('title', title)} anchor="field-title" />
    {store.draft?.isCorrection === true ? (
      <TextArea label={fieldWords.correctionReason.label} value={store.values.correctionReason ?? ''} maxLength={300} onInput={(reason) => store.edit('correctionReason', reason)} anchor="field-correctionReason" />
    ) : null}
  </View>
));

const PasteNotes = observer(({ desk }: { desk: DraftDesk }) => {
  const { pasteNotes, sending, isImporting } = desk;
  if (sending === null && pasteNotes.length === 0 && desk.fileFailure === null) return null;
  return (
    <View className="section">
      {sending === null || isImporting ? null : <Notice text={`正在上传 ${sending}`} isFailure={false} />}
      {pasteNotes.length === 0 ? null : <Notice text={`粘贴时去掉了：${pasteNotes.join('；')}。`} isFailure={false} />}
      <FileFailure desk={desk} />
    </View>
  );
});

/** The desk: text and fields, what the check found, what to do next. Two columns where there is room. */
export const DraftEditor = observer(({ desk, api, onClose }: { desk: DraftDesk; api: AnnouncementsApi; onClose: () => void }) => {
  const { store } = desk;
  const { draft } = store;
  const isWide = useIsWide();
  const [openGroup, setOpenGroup] = useState<string | null>(null);
  const [extra, setExtra] = useState<'preview' | 'comparison' | null>(null);
  if (draft === null) return null;

  const show = ({ field, excerpt }: AnnouncementFinding) => {
    if (field === 'body') {
      if (!desk.showWords(excerpt)) goTo('.rich-text-field, .plain-block');
      return;
    }
    setOpenGroup(groupOf(store.values.kind, field) ?? openGroup);
    // After the group has been drawn.
    Taro.nextTick(() => setTimeout(() => goTo(`#field-${field}`), 60));
  };
  const aside = (
    <>
      <View className="section">
        <SaveNote store={store} />
        <OthersNote store={store} />
      </View>
      <DraftSteps desk={desk} onTaken={onClose} />
      <FindingsPanel store={store} onShow={show} />
    </>
  );
  const fields = <FieldsPanel store={store} desk={desk} api={api} openGroup={openGroup} onOpen={setOpenGroup} />;
  const text = (
    <>
      <ClashPanel store={store} />
      <TitleField desk={desk} />
      <ImportedPanel desk={desk} />
      <PasteNotes desk={desk} />
      {isWide && RichTextField !== null ? (
        <Suspense fallback={<SkeletonRows count={8} />}>
          <RichTextField desk={desk} />
        </Suspense>
      ) : (
        <PlainTextField desk={desk} />
      )}
    </>
  );
  const below = (
    <>
      <View className="section button-stack">
        <ActionButton
          look="secondary"
          label={extra === 'preview' ? '收起预览' : '看看群众看到的样子'}
          onPress={() => {
            desk.flush();
            setExtra(extra === 'preview' ? null : 'preview');
          }}
        />
        {draft.isCorrection ? <ActionButton look="secondary" label={extra === 'comparison' ? '收起对比' : '和已发布的对比'} onPress={() => setExtra(extra === 'comparison' ? null : 'comparison')} /> : null}
      </View>
      {extra === 'preview' ? <Preview values={store.values} departmentName={draft.department.name} pictureUrl={desk.pictures.urlOf} /> : null}
      {extra === 'comparison' ? <Comparison api={api} draftId={draft.id} revision={draft.revision} /> : null}
      <Timeline events={draft.events} />
    </>
  );
  if (process.env.TARO_ENV !== 'h5' || !isWide) {
    return (
      <>
        {text}
        {fields}
        {aside}
        {below}
      </>
    );
  }
  return (
    <div className="desk">
      <div>
        {text}
        {below}
      </div>
      <div className="desk-aside">
        {aside}
        {fields}
      </div>
    </div>
  );
});

function goTo(selector: string): void {
  if (process.env.TARO_ENV !== 'h5') {
    void Taro.pageScrollTo({ selector, duration: 0 }).catch(() => undefined);
    return;
  }
  const target = document.querySelector<HTMLElement>(selector);
  target?.scrollIntoView({ block: 'center' });
  target?.focus({ preventScroll: true });
}
