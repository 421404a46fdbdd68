import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Tappable } from './Tappable';

interface DisclosureProps {
  title: string;
  /** How many there are inside, or another word that helps to decide. */
  note?: string | null;
  isOpen: boolean;
  onToggle: () => void;
  children: ReactNode;
}

/** A section that opens on demand; closed, its content is not mounted at all. */
export const Disclosure = ({ title, note = null, isOpen, onToggle, children }: DisclosureProps) => (
  <View className="disclosure">
    <Tappable className={`row has-chevron ${isOpen ? 'is-open' : ''}`} label={note === null ? title : `${title}，${note}`} isExpanded={isOpen} onPress={onToggle}>
      <View className="row-name">
        {title}
        {note === null ? null : <Text className="hint"> {note}</Text>}
      </View>
    </Tappable>
    {isOpen ? <View className="disclosure-content">{children}</View> : null}
  </View>
);
