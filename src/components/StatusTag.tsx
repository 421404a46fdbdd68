import { Text } from '@tarojs/components';

/** A word in a coloured field. The word alone says it; the colour only helps. */
export const StatusTag = ({ tone, children }: { tone: 'accent' | 'neutral' | 'green' | 'amber' | 'red'; children: string }) => (
  <Text className={`status-tag is-${tone}`}>{children}</Text>
);
