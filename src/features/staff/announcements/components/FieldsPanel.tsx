import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import { ChoiceGroup } from '../../../../components/ChoiceGroup';
import { Disclosure } from '../../../../components/Disclosure';
import { TextField } from '../../../../components/TextField';
import { useStores } from '../../../../stores/StoreContext';
import type { AnnouncementsApi } from '../announcementsApi';
import { kinds, validities } from '../announcementLabels';
import type { DraftField } from '../draftFields';
import type { DraftStore } from '../DraftStore';
import { fieldWords } from '../fieldLabels';
import { guideSource, officeSource, policySource, topicSource } from '../pickSources';
import { fieldGroups, type FieldGroup } from '../fieldGroups';
import { AttachmentsField } from './AttachmentsField';
import { DateField } from '../../components/DateField';
import { PickField } from './PickField';
import { PublishTimeField } from './PublishTimeField';
import type { DraftDesk } from '../DraftDesk';

interface FieldProps<Field extends DraftField = DraftField> {
  store: DraftStore;
  field: Field;
}

const TextLine = observer(({ store, field, maxLength }: FieldProps<'indexNumber' | 'issuingBody' | 'documentNumber' | 'subjectClass' | 'summary'> & { maxLength: number }) => {
  const { label, hint } = fieldWords[field];
  return <TextField label={label} {...(hint === undefined ? {} : { hint })} value={store.values[field] ?? ''} maxLength={maxLength} onInput={(value) => store.edit(field, value === '' ? null : value)} anchor={`field-${field}`} />;
});

const Day = observer(({ store, field }: FieldProps<'writtenOn' | 'effectiveOn' | 'expiresOn' | 'shownFrom' | 'shownUntil'>) => {
  const { label, hint } = fieldWords[field];
  return <DateField label={label} hint={hint} value={store.values[field] ?? ''} onChange={(value) => store.edit(field, value === '' ? null : value)} anchor={`field-${field}`} />;
});

const Keywords = observer(({ store }: { store: DraftStore }) => {
  const [typed, setTyped] = useState(() => (store.values.keywords ?? []).join('、'));
  const take = (value: string) => {
    setTyped(value);
    const words = [...new Set(value.split(/[、，,;；\s]+/).map((word) => word.slice(0, 30)).filter((word) => word !== ''))].slice(0, 20);
    store.edit('keywords', words.length === 0 ? null : words);
  };
  return <TextField label={fieldWords.keywords.label} {...hintOf('keywords')} value={typed} maxLength={400} onInput={take} anchor="field-keywords" />;
});

const hintOf = (field: DraftField): { hint?: string } => {
  const { hint } = fieldWords[field];
  return hint === undefined ? {} : { hint };
};

const Field = observer(({ store, desk, field, api }: FieldProps & { desk: DraftDesk; api: AnnouncementsApi }) => {
  const { siteApi, guidesApi } = useStores();
  const pick = (name: 'topics' | 'guideIds' | 'officeCodes' | 'explainedIds', source: Parameters<typeof PickField>[0]['source'], most: number) => (
    <PickField field={name} chosen={store.values[name] ?? []} source={source} most={most} onChange={(ids) => store.edit(name, ids.length === 0 ? null : ids)} />
  );
  switch (field) {
    case 'kind':
      return <ChoiceGroup label={fieldWords.kind.label} options={kinds} chosenId={store.values.kind} onChoose={(kind) => store.edit('kind', kind)} anchor="field-kind" />;
    case 'validity':
      return <ChoiceGroup label={fieldWords.validity.label} options={validities} chosenId={store.values.validity ?? null} onChoose={(value) => store.edit('validity', value)} anchor="field-validity" />;
    case 'summary':
      return <TextLine store={store} field={field} maxLength={300} />;
    case 'issuingBody':
      return <TextLine store={store} field={field} maxLength={200} />;
    case 'documentNumber':
      return <TextLine store={store} field={field} maxLength={80} />;
    case 'indexNumber':
    case 'subjectClass':
      return <TextLine store={store} field={field} maxLength={60} />;
    case 'writtenOn':
    case 'effectiveOn':
    case 'expiresOn':
    case 'shownFrom':
    case 'shownUntil':
      return <Day store={store} field={field} />;
    case 'keywords':
      return <Keywords store={store} />;
    case 'attachments':
      return <AttachmentsField desk={desk} />;
    case 'publishAt':
      return <PublishTimeField store={store} />;
    case 'topics':
      return pick('topics', topicSource(siteApi), 10);
    case 'guideIds':
      return pick('guideIds', guideSource(guidesApi), 20);
    case 'officeCodes':
      return pick('officeCodes', officeSource(siteApi), 20);
    case 'explainedIds':
      return pick('explainedIds', policySource(api), 10);
    case 'title':
    case 'body':
    case 'correctionReason':
      return null;
  }
});

const hasValue = (value: unknown): boolean => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);

/** How many of a group are filled in, or what the check found in it. */
const noteOf = (store: DraftStore, group: FieldGroup): string | null => {
  const found = store.draft?.findings.filter(({ field }) => group.fields.includes(field as DraftField)).length ?? 0;
  const filled = group.fields.filter((field) => hasValue(store.values[field])).length;
  return found > 0 ? `${found} 处提示` : filled > 0 ? `已填 ${filled} 项` : null;
};

/** Everything beside title and text, in groups that open on demand. */
export const FieldsPanel = observer(({ store, desk, api, openGroup, onOpen }: { store: DraftStore; desk: DraftDesk; api: AnnouncementsApi; openGroup: string | null; onOpen: (id: string | null) => void }) => (
  <View className="section sections">
    {fieldGroups(store.values.kind).map((group) => (
      <Disclosure key={group.id} title={group.name} note={noteOf(store, group)} isOpen={openGroup === group.id} onToggle={() => onOpen(openGroup === group.id ? null : group.id)}>
        {group.fields.map((field) => (
          <Field key={field} store={store} desk={desk} field={field} api={api} />
        ))}
      </Disclosure>
    ))}
  </View>
));
