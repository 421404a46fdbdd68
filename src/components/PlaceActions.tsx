import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import type { Office } from '../../server/contract/offices';
import { mapAddress } from '../text/places';
import { Icon } from './Icon';
import { Notice, type NoticeText } from './Notice';
import { Tappable } from './Tappable';

type Place = Pick<Office, 'name' | 'address' | 'location'>;

/** The way there: WeChat's own map, which needs a point, or a map's page in the browser, which takes words as well. */
const Directions = ({ place, onFailure }: { place: Place; onFailure: () => void }) => {
  const { name, address, location } = place;
  if (process.env.TARO_ENV === 'h5') {
    return (
      <a className="tappable text-link place-action" href={mapAddress(place)} target="_blank" rel="noopener noreferrer">
        <Icon name="map-pin" />
        导航<span className="only-read-aloud">到{name}</span>
      </a>
    );
  }
  if (location === null) return null;
  return (
    <Tappable className="text-link place-action" label={`导航到${name}`} onPress={() => void Taro.openLocation({ ...location, name, address, scale: 16 }).catch(onFailure)}>
      <Icon name="map-pin" />
      导航
    </Tappable>
  );
};

/** What one does with an address. */
export const PlaceActions = ({ place }: { place: Place }) => {
  const [notice, setNotice] = useState<NoticeText | null>(null);
  const copy = () => {
    Taro.setClipboardData({ data: place.address })
      .then(() => setNotice({ text: '地址已复制。', isFailure: false }))
      .catch(() => setNotice({ text: '没有复制成功，请重试。', isFailure: true }));
  };
  return (
    <>
      <View className="place-actions">
        <Directions place={place} onFailure={() => setNotice({ text: '地图没有打开，请复制地址后在地图里搜索。', isFailure: true })} />
        <Tappable className="text-link place-action" label={`复制${place.name}的地址`} onPress={copy}>
          复制地址
        </Tappable>
      </View>
      <View>{notice === null ? null : <Notice {...notice} />}</View>
    </>
  );
};
