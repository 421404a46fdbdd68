import { Image, View } from '@tarojs/components';
import { Heading } from '../../../components/Heading';

/** Signing in needs WeChat and this browser is not in it: the code opens the same place there. */
export const ContinueInWeChat = ({ path }: { path: string }) => (
  <View className="section continue-in-wechat">
    <Heading level={2}>请在微信里继续</Heading>
    <View className="paragraph">用微信扫下面的二维码，就会在微信里打开刚才的页面，再登录。</View>
    {process.env.TARO_ENV === 'h5' ? (
      <img className="qr-code" src={`${API_BASE_URL}/api/v1/qr-codes?path=${encodeURIComponent(path)}`} alt="用微信扫码继续的二维码" />
    ) : (
      <Image className="qr-code" src={`${API_BASE_URL}/api/v1/qr-codes?path=${encodeURIComponent(path)}`} />
    )}
    <View className="hint">查看办事指南不用登录，可以照常使用。</View>
  </View>
);
