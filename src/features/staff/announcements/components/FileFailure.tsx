import { observer } from 'mobx-react-lite';
import { errorText } from '../../../../api/errorMessages';
import { Notice } from '../../../../components/Notice';
import type { DraftDesk } from '../DraftDesk';

/** Which file was not taken, and why. Where the server names the reason, its words are the better ones. */
export const FileFailure = observer(({ desk }: { desk: DraftDesk }) => {
  const { fileFailure } = desk;
  if (fileFailure === null) return null;
  const { name, error } = fileFailure;
  const { title, nextAction } = errorText(error);
  const isExplained = /^(file_|picture_|document_|text_)/.test(error.code) && error.message !== '';
  return <Notice text={`${name}：${isExplained ? error.message : `${title}，${nextAction}`}`} isFailure />;
});
