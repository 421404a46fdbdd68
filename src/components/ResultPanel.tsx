import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import type { ApiError } from '../api/ApiError';
import { errorText } from '../api/errorMessages';
import { ActionButton } from './ActionButton';
import { Heading } from './Heading';
import { Icon, type IconName } from './Icon';

interface ResultPanelProps {
  icon: IconName;
  title: string;
  /** What to do next. */
  body?: string;
  children?: ReactNode;
}

/** Stands where content would be: nothing found, gone, failed. Says what happened and what to do. */
export const ResultPanel = ({ icon, title, body, children }: ResultPanelProps) => (
  <View className="result-panel">
    <Icon name={icon} className="result-panel-icon" />
    <Heading level={2}>{title}</Heading>
    {body === undefined ? null : <View className="paragraph">{body}</View>}
    {children}
  </View>
);

/** A failure that can be tried again. The request number helps whoever is asked about it. */
export const FailurePanel = ({ error, onRetry }: { error: ApiError; onRetry: () => void }) => {
  const { title, nextAction } = errorText(error);
  return (
    <ResultPanel icon={error.isOffline ? 'cloud-off' : 'triangle-alert'} title={title} body={nextAction}>
      <ActionButton look="secondary" label="重试" onPress={onRetry} />
      {error.requestId === null ? null : <View className="hint">请求编号 {error.requestId}</View>}
    </ResultPanel>
  );
};
