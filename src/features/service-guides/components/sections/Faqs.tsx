import { useState } from 'react';
import type { Faq } from '../../../../../server/contract/guideContent';
import { Disclosure } from '../../../../components/Disclosure';
import { sizeOf } from '../../../../components/portions';
import { InParts } from '../InParts';
import { LongText } from '../LongText';
import type { SectionContent } from '../Sections';

/** Bytes of a setData; only the questions are mounted at first. */
const budget = 8_000;

const Question = ({ faq: { question, answer } }: { faq: Faq }) => {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Disclosure title={question} isOpen={isOpen} onToggle={() => setIsOpen(!isOpen)}>
      <LongText text={answer} name={`“${question}”的回答`} first={600} />
    </Disclosure>
  );
};

/** What people ask, each answer on demand. */
export const Faqs = ({ guide: { content } }: SectionContent) => (
  <InParts
    items={content.faqs ?? []} 
    budget={budget}
    sizeOf={({ question }) => sizeOf(5, [question, question], question.length)}
    moreLabel={(hidden) => `还有 ${hidden} 个问题`}
    render={(faq, index) => <Question key={index} faq={faq} />}
  />
);
