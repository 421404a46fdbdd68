import { observer } from 'mobx-react-lite';
import { useEffect } from 'react';
import type { ServiceGuide } from '../../../../server/contract/serviceGuides';
import { paths } from '../../../paths';
import { useStores } from '../../../stores/StoreContext';
import { dateInChina, plainDate } from '../../../text/dates';
import { checklistOf } from '../checklist';
import type { GuideStore } from '../GuideStore';

const Sheet = ({ guide }: { guide: ServiceGuide }) => {
  const { site, now } = useStores();
  const { title, department, materials, waived, facts, updated } = checklistOf(guide);
  return (
    <div className="print-sheet">
      <h2 className="heading-1">{title}</h2>
      <p>{department}</p>
      <h3 className="heading-2">要带的材料</h3>
      {materials === null ? <p>部门还没有公布，去之前请先打电话问清楚。</p> : null}
      {materials?.length === 0 ? <p>不用带材料。</p> : null}
      <ul className="list">
        {materials?.map(({ name, note }, index) => (
          <li key={index} className="print-row">
            <span className="print-box" />
            <span>
              {name}
              {note === null ? '' : `（${note}）`}
            </span>
          </li>
        ))}
      </ul>
      {waived.length === 0 ? null : <p>不用带：{waived.join('、')}</p>}
      <h3 className="heading-2">去哪里、找谁</h3>
      {facts.map(({ term, text }, index) => (
        <p key={index} className="print-fact">
          {term}：{text}
        </p>
      ))}
      <p className="print-source">
        {updated}，{plainDate(dateInChina(now()))}打印自{site.site?.name ?? '本站'}：{window.location.origin + paths.guide(guide.id)}
      </p>
    </div>
  );
};

/**
 * The list on a page of paper, in the browser. It is drawn when asked for, unseen on the screen, and then printed; it
 * stays afterwards, because some browsers print later. Stands before everything that it replaces on paper.
 */
export const PrintSheet = observer(({ store }: { store: GuideStore }) => {
  const { guide, printRequests } = store;
  useEffect(() => {
    if (printRequests > 0) window.print();
  }, [printRequests]);
  return guide === null || printRequests === 0 ? null : <Sheet guide={guide} />;
});
