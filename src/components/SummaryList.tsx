import { View } from '@tarojs/components';

export interface SummaryItem {
  term: string;
  value: string;
  note?: string | undefined;
}

/** Facts by name. `columns` for a few short ones at a glance, `rows` for longer texts. */
export const SummaryList = ({ items, layout }: { items: SummaryItem[]; layout: 'columns' | 'rows' }) => {
  const className = layout === 'rows' ? 'summary-list is-rows' : 'summary-list';
  if (process.env.TARO_ENV === 'h5') {
    return (
      <dl className={className}>
        {items.map(({ term, value, note }) => (
          <div key={term} className="summary-item">
            <dt className="summary-term">{term}</dt>
            <dd className="summary-value">{value}</dd>
            {note === undefined ? null : <dd className="summary-note">{note}</dd>}
          </div>
        ))}
      </dl>
    );
  }
  return (
    <View className={className}>
      {items.map(({ term, value, note }) => (
        <View key={term} className="summary-item">
          <View className="summary-term">{term}</View>
          <View className="summary-value">{value}</View>
          {note === undefined ? null : <View className="summary-note">{note}</View>}
        </View>
      ))}
    </View>
  );
};
