import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import { ActionButton } from '../../../../components/ActionButton';
import { Tappable } from '../../../../components/Tappable';
import { TextField } from '../../../../components/TextField';
import type { Attachment } from '../../../../../server/contract/announcementContent';
import type { DraftDesk } from '../DraftDesk';
import { fieldWords } from '../fieldLabels';
import { FileFailure } from './FileFailure';

const most = 20;
const sizeOf = (bytes: number): string => (bytes < 1024 ** 2 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 ** 2).toFixed(1)} MB`);
const splitName = (name: string): [string, string] => {
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? [name, ''] : [name.slice(0, dot), name.slice(dot)];
};

const AttachmentRow = observer(({ desk, attachment, index, count }: { desk: DraftDesk; attachment: Attachment; index: number; count: number }) => {
  const [name, extension] = splitName(attachment.name);
  const [typed, setTyped] = useState(name);
  const rename = (value: string) => {
    setTyped(value);
    if (value.trim() !== '') desk.renameAttachment(attachment.hash, value.trim() + extension);
  };
  return (
    <View className="attachment">
      <TextField label={`附件 ${index + 1}`} hint={`${extension.slice(1)} 文件，${sizeOf(attachment.byteSize)}`} value={typed} maxLength={140} onInput={rename} error={typed.trim() === '' ? '请写文件名。' : undefined} anchor={`attachment-${attachment.hash}`} />
      <View className="place-actions">
        {index === 0 ? null : (
          <Tappable className="text-link" label={`上移附件 ${index + 1}`} onPress={() => desk.moveAttachment(attachment.hash, -1)}>
            上移
          </Tappable>
        )}
        {index === count - 1 ? null : (
          <Tappable className="text-link" label={`下移附件 ${index + 1}`} onPress={() => desk.moveAttachment(attachment.hash, 1)}>
            下移
          </Tappable>
        )}
        <Tappable className="text-link" label={`去掉附件 ${index + 1}`} onPress={() => desk.removeAttachment(attachment.hash)}>
          去掉
        </Tappable>
      </View>
    </View>
  );
});

export const AttachmentsField = observer(({ desk }: { desk: DraftDesk }) => {
  const attachments = desk.store.values.attachments ?? [];
  return (
    <View>
      <View className="hint">{fieldWords.attachments.hint}</View>
      {attachments.map((attachment, index) => (
        <AttachmentRow key={attachment.hash} desk={desk} attachment={attachment} index={index} count={attachments.length} />
      ))}
      <FileFailure desk={desk} />
      {attachments.length >= most ? (
        <View className="hint">最多 {most} 个附件。</View>
      ) : (
        <ActionButton look="secondary" label={desk.sending === null ? '上传附件' : `正在上传 ${desk.sending}`} isBusy={desk.sending !== null} onPress={() => void desk.addAttachments()} />
      )}
    </View>
  );
});
