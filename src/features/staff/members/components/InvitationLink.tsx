import { Image, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import type { IssuedInvitation } from '../../../../../server/contract/staffMembers';
import { ActionButton } from '../../../../components/ActionButton';
import { Heading } from '../../../../components/Heading';
import { Notice } from '../../../../components/Notice';
import { useStores } from '../../../../stores/StoreContext';
import { dateAndTime } from '../../../../text/dates';

/** The link and its QR code, once: nobody can show them again, only make new ones. */
export const InvitationLink = ({ invitation, name }: { invitation: IssuedInvitation; name: string }) => {
  const { now } = useStores();
  const [isCopied, setCopied] = useState<boolean | null>(null);
  const copy = () => {
    Taro.setClipboardData({ data: invitation.link })
      .then(() => setCopied(true))
      .catch(() => setCopied(false));
  };
  return (
    <View className="section button-stack">
      <Heading level={2}>把邀请发给{name}</Heading>
      <View className="paragraph">请本人用微信扫码，或打开链接，登录并绑定受邀的手机号后接受。{dateAndTime(invitation.expiresAt, now())}前有效，只能用一次。</View>
      <Image className="qr-code" src={invitation.qrCode} {...(process.env.TARO_ENV === 'h5' ? {} : { 'aria-label': '邀请的二维码' })} />
      <View className="hint is-breakable">{invitation.link}</View>
      <ActionButton look="secondary" label="复制链接" onPress={copy} />
      {isCopied === null ? null : <Notice text={isCopied ? '链接已复制，可以粘贴到聊天里。' : '没有复制成功，请长按上面的链接复制。'} isFailure={!isCopied} />}
      <View className="hint">离开本页后就看不到了，可以在 TA 的页面里重发。</View>
    </View>
  );
};
