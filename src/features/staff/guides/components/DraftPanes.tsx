import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useEffect, useRef, useState } from 'react';
import type { GuideForm } from '../../../../../server/contract/guideForm';
import { useIsWide } from '../../useIsWide';
import type { DraftSteps } from '../DraftSteps';
import type { GuideDraftStore } from '../GuideDraftStore';
import { FoldedForm, GroupList, OpenGroup } from './DraftForm';
import { DraftHead } from './DraftHead';
import { DraftHistory } from './DraftHistory';
import { DraftReports } from './DraftReports';
import { anchorOf } from './FieldEditor';
import { Findings } from './Findings';
import { NewerVersionPanel } from './NewerVersionPanel';
import { Steps } from './Steps';

interface DraftPanesProps {
  store: GuideDraftStore;
  steps: DraftSteps;
  form: GuideForm;
  /** The group that is open at first. */
  firstGroup: string | null;
}

/** The keyboard goes to the field that a finding is about, once it is drawn. */
function useFocus(field: string | null, openId: string | null): void {
  const focused = useRef<string | null>(null);
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5' || field === null || focused.current === field) return undefined;
    focused.current = field;
    // Taro draws its own elements a moment later than React says so.
    const frame = requestAnimationFrame(() => {
      const element = document.getElementById(anchorOf(field));
      element?.scrollIntoView({ block: 'center' });
      element?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [field, openId]);
}

/** Everything of a draft: at a desk the groups on the left, the form in the middle, the check on the right. */
export const DraftPanes = observer(({ store, steps, form, firstGroup }: DraftPanesProps) => {
  const isWide = useIsWide();
  const [openId, setOpenId] = useState(firstGroup);
  const [field, setField] = useState<string | null>(null);
  useFocus(field, openId);
  const openField = (name: string) => {
    setOpenId(form.groups.find((group) => group.fields.some((each) => each.field === name))?.id ?? openId);
    setField(name);
  };
  const open = (id: string | null) => {
    setField(null);
    setOpenId(id);
  };
  const shownId = openId ?? form.groups[0]?.id ?? null;
  const around = (
    <>
      <NewerVersionPanel store={store} steps={steps} />
      <DraftReports store={store} steps={steps} />
    </>
  );
  if (!store.canEdit || process.env.TARO_ENV !== 'h5' || !isWide) {
    return (
      <>
        <DraftHead store={store} />
        {around}
        {store.canEdit ? <FoldedForm store={store} form={form} openId={openId} onOpen={open} /> : null}
        <DraftHistory store={store} steps={steps} />
        {store.draft?.status === 'withdrawn' ? null : <Findings store={store} {...(store.canEdit ? { onOpen: openField } : {})} />}
        <Steps store={store} steps={steps} />
      </>
    );
  }
  return (
    <>
      <DraftHead store={store} />
      {around}
      <div className="guide-panes">
        <nav className="guide-pane" aria-label="指南的各部分">
          <GroupList store={store} form={form} openId={shownId} onOpen={open} />
        </nav>
        <View>
          <OpenGroup store={store} form={form} openId={shownId} />
          <DraftHistory store={store} steps={steps} />
        </View>
        <aside className="guide-pane" aria-label="检查和下一步">
          <Steps store={store} steps={steps} />
          <Findings store={store} onOpen={openField} />
        </aside>
      </div>
    </>
  );
});
