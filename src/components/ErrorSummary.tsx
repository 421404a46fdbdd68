import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect, useRef } from 'react';

export interface FieldProblem {
  /** Anchor of the field; null when the whole form is meant. */
  anchor: string | null;
  message: string;
}

/** On top of a form that was not accepted: the same words as at the fields, and the way to them. */
export const ErrorSummary = ({ problems, title = '没有提交成功，请修改后重试' }: { problems: FieldProblem[]; title?: string }) => {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (process.env.TARO_ENV === 'h5') box.current?.focus();
    else if (problems.length > 0) void Taro.pageScrollTo({ scrollTop: 0, duration: 0 });
  }, [problems]);
  if (problems.length === 0) return null;
  if (process.env.TARO_ENV !== 'h5') {
    return (
      <View className="section">
        <View className="error-summary" aria-role="alert">
          <View className="error-summary-title">{title}</View>
          {problems.map(({ message }) => (
            <View key={message}>{message}</View>
          ))}
        </View>
      </View>
    );
  }
  // Plain elements all the way up: Taro's View moves its children when it is first drawn, and the focus would be lost.
  return (
    <div className="section">
      <div className="error-summary" role="alert" tabIndex={-1} ref={box}>
        <div className="error-summary-title">{title}</div>
        {problems.map(({ anchor, message }) => (
          <div key={message}>
            {anchor === null ? (
              message
            ) : (
              <button type="button" className="tappable text-link is-red" onClick={() => document.getElementById(anchor)?.focus()}>
                {message}
              </button>
            )}
          </div>
        ))}
      </div>
    </div>
  );
};
