import { View } from '@tarojs/components';

export interface NoticeText {
  text: string;
  isFailure: boolean;
}

/** What the last press did, in words; said aloud by a screen reader. */
export const Notice = ({ text, isFailure }: NoticeText) => (
  <View className={isFailure ? 'field-error' : 'notice'} {...(process.env.TARO_ENV === 'h5' ? { role: 'status' } : { 'aria-role': 'status' })}>
    {text}
  </View>
);
