import { View } from '@tarojs/components';
import { FailurePanel } from '../../../components/ResultPanel';
import { SkeletonRows } from '../../../components/SkeletonRows';
import type { LoadState } from '../../../stores/LoadState';

interface NotReadyProps {
  state: Exclude<LoadState<unknown>, { status: 'ready' }>;
  /** About how much will stand there. */
  rows?: number;
  onRetry: () => void;
}

/** In place of what has not come yet: its outline; and of what could not be fetched: why, and asking again. */
export const NotReady = ({ state, rows = 8, onRetry }: NotReadyProps) =>
  state.status === 'failed' ? (
    <FailurePanel error={state.error} onRetry={onRetry} />
  ) : (
    <View className="section">
      <SkeletonRows count={rows} />
    </View>
  );
