import { ResultPanel } from '../../../components/ResultPanel';
import { AskSomebody } from './AskSomebody';

/** Nothing matches: other words, other ways, and whom to ask. */
export const NothingFound = ({ asked }: { asked: string }) => (
  <ResultPanel icon="search" title={`没有找到“${asked}”`} body="请换个说法，例如把“办证”说成是哪种证；或只说其中两三个字。">
    <AskSomebody />
  </ResultPanel>
);
