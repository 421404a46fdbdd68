import { View } from '@tarojs/components';
import type { ApiError } from '../../../api/ApiError';
import { errorText } from '../../../api/errorMessages';

/** Why something was refused, with what the server says of each part of it. */
export const Failure = ({ error }: { error: ApiError | null }) => {
  if (error === null) return null;
  const { title, nextAction } = errorText(error);
  return (
    <View className="field-error" {...(process.env.TARO_ENV === 'h5' ? { role: 'alert' } : {})}>
      {title}，{nextAction}
      {(error.fieldErrors ?? []).map(({ field, message }) => (
        <View key={`${field} ${message}`}>{message}</View>
      ))}
    </View>
  );
};
