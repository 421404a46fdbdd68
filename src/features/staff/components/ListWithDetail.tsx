import type { ReactNode } from 'react';
import { useIsWide } from '../useIsWide';
import { DetailPane } from './DetailPane';

interface ListWithDetailProps {
  list: (isWide: boolean) => ReactNode;
  /** Null when nothing is chosen. */
  detail: ReactNode;
  detailLabel: string;
  chosen: string | null;
  /** What the pane says when nothing is chosen. */
  hint: string;
}

/** A list; where there is room, what was chosen from it stands beside it, elsewhere the list unfolds it itself. */
export const ListWithDetail = ({ list, detail, detailLabel, chosen, hint }: ListWithDetailProps) => {
  const isWide = useIsWide();
  if (process.env.TARO_ENV !== 'h5') return <>{list(false)}</>;
  return (
    <div className={isWide ? 'panes' : ''}>
      <div className="pane-list">{list(isWide)}</div>
      {isWide ? (
        <DetailPane label={detailLabel} chosen={chosen}>
          {detail ?? <div className="hint">{hint}</div>}
        </DetailPane>
      ) : null}
    </div>
  );
};
