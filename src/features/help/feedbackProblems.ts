import type { ApiError } from '../../api/ApiError';
import { errorText } from '../../api/errorMessages';
import type { FieldProblem } from '../../components/ErrorSummary';

/** Ids of the fields in the page. */
export const choiceAnchor = 'feedback-choice';
export const descriptionAnchor = 'feedback-description';
export const phoneAnchor = 'feedback-phone';

/** The same limits as the contract's, in characters. */
export const shortestDescription = 5;
export const longestDescription = 500;
const mobileNumber = /^1[3-9][0-9]{9}$/;

/** Characters as a person counts them. */
export const lengthOf = (text: string): number => Array.from(text.trim()).length;

interface Entries {
  choice: string | null;
  description: string;
  contactPhone: string;
}

/** What is missing or wrong, found before anything is sent. */
export const problemsIn = ({ choice, description, contactPhone }: Entries, isAboutGuide: boolean): FieldProblem[] => {
  const length = lengthOf(description);
  const problems: (FieldProblem | null)[] = [
    choice === null ? { anchor: choiceAnchor, message: isAboutGuide ? '请选择哪里有误' : '请选择是哪一类' } : null,
    length < shortestDescription ? { anchor: descriptionAnchor, message: `请至少写 ${shortestDescription} 个字，说说是怎么回事` } : null,
    length > longestDescription ? { anchor: descriptionAnchor, message: `最多写 ${longestDescription} 个字，请删减一些` } : null,
    contactPhone !== '' && !mobileNumber.test(contactPhone) ? { anchor: phoneAnchor, message: '请输入 11 位手机号，或者不填' } : null,
  ];
  return problems.filter((problem) => problem !== null);
};

const anchorOf = (field: string): string => (field.includes('contactPhone') ? phoneAnchor : field.includes('description') ? descriptionAnchor : choiceAnchor);

/** What the server or the network said, at the field it belongs to. */
export const problemsOf = (error: ApiError): FieldProblem[] => {
  if (error.code === 'request_invalid' && error.fieldErrors.length > 0) return error.fieldErrors.map(({ field, message }) => ({ anchor: anchorOf(field), message }));
  const { title, nextAction } = errorText(error);
  return [{ anchor: null, message: `${title}，${nextAction}` }];
};
