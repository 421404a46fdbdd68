import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import type { KeyboardEvent, ReactNode } from 'react';
import type { SearchSuggestion } from '../../../../server/contract/guideSearch';
import { LinkTo } from '../../../components/LinkTo';
import { List, ListItem } from '../../../components/List';
import { Tappable } from '../../../components/Tappable';
import { paths } from '../../../paths';
import type { SearchStore } from '../SearchStore';

const Row = ({ suggestion: { text, guideId }, store }: { suggestion: SearchSuggestion; store: SearchStore }) => {
  const words = <View className="row-name">{text}</View>;
  return (
    <ListItem>
      {guideId === null ? (
        <Tappable label={`搜索：${text}`} className="row" onPress={() => void store.searchAgain(text)}>
          {words}
        </Tappable>
      ) : (
        <LinkTo to={paths.guide(guideId)} label={text} className="row has-chevron">
          {words}
        </LinkTo>
      )}
    </ListItem>
  );
};

/** In the browser the arrow keys go from the field to the suggestions and from one to the next; Escape puts them away. */
export const SuggestionKeys = ({ store, children }: { store: SearchStore; children: ReactNode }) => {
  if (process.env.TARO_ENV !== 'h5') return <>{children}</>;
  const steer = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Escape') store.hideSuggestions();
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const stops = Array.from(event.currentTarget.querySelectorAll<HTMLElement>('input, nav a, nav button'));
    const next = step === 0 ? undefined : stops[stops.findIndex((stop) => stop === document.activeElement) + step];
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
  };
  return <div onKeyDown={steer}>{children}</div>;
};

/** What might be meant, while it is being typed: guides, and words to search with. */
export const Suggestions = observer(({ store }: { store: SearchStore }) => {
  const { suggestions } = store;
  if (suggestions.length === 0) return null;
  // By their place: where the words change and the number stays, only the words are sent to the page.
  const list = <List>{suggestions.map((suggestion, place) => <Row key={`${place}${suggestion.guideId === null ? 'search' : 'guide'}`} suggestion={suggestion} store={store} />)}</List>;
  if (process.env.TARO_ENV !== 'h5') return list;
  return (
    <nav aria-label="搜索建议">
      <div className="only-read-aloud" role="status">
        {suggestions.length} 条建议
      </div>
      {list}
    </nav>
  );
});
