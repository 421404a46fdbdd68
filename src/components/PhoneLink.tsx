import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { phoneNumbers } from '../text/places';
import { Icon } from './Icon';
import { Tappable } from './Tappable';

/** A number that can be called. `name` says who answers. */
export const PhoneLink = ({ name, phone }: { name: string; phone: string }) => {
  const words = (
    <>
      <Icon name="phone" />
      {name} {phone}
    </>
  );
  if (process.env.TARO_ENV === 'h5') {
    return (
      <a className="tappable text-link phone-link" href={`tel:${phone.replace(/[^0-9+]/g, '')}`}>
        {words}
      </a>
    );
  }
  return (
    // The person may cancel the call; nothing is to be done then.
    <Tappable className="text-link phone-link" label={`拨打${name} ${phone}`} onPress={() => void Taro.makePhoneCall({ phoneNumber: phone }).catch(() => undefined)}>
      {words}
    </Tappable>
  );
};

/** All numbers of a line that a department wrote, each to be called; what else it says is shown as well. */
export const PhoneLinks = ({ name, text }: { name: string; text: string }) => {
  const numbers = phoneNumbers(text);
  const otherWords = numbers.reduce((rest, number) => rest.replace(number, ''), text);
  return (
    <>
      {/[^\s、，,;；/]/.test(otherWords) ? <View className="paragraph">{`${name}：${text}`}</View> : null}
      {numbers.map((phone) => (
        <PhoneLink key={phone} name={name} phone={phone} />
      ))}
    </>
  );
};
