import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Tappable } from './Tappable';

interface DisclosureProps {
  title: string;
  isOpen: boolean;
  onToggle: () => void;
  children: ReactNode;
}

/** A section that opens on demand; closed, its content is not mounted at all. */
export const Disclosure = ({ title, isOpen, onToggle, children }: DisclosureProps) => (
  <View className="disclosure">
    <Tappable className={`row has-chevron ${isOpen ? 'is-open' : ''}`} label={title} isExpanded={isOpen} onPress={onToggle}>
      <View className="row-name">{title}</View>
    </Tappable>
    {isOpen ? <View className="disclosure-content">{children}</View> : null}
  </View>
);
