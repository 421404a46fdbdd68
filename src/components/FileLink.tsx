import { View } from '@tarojs/components';
import { useState } from 'react';
import { openFileInWeChat, type OfferedFile } from '../platform/openFile';
import { Icon } from './Icon';
import { Notice } from './Notice';
import { Tappable } from './Tappable';

/** 32 KB, 1.4 MB: what it costs on a village's network. */
const sizeLabel = (bytes: number): string => (bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`);

/** What a browser shows by itself, as the server tells it; everything else is saved. */
const isShown = ({ mediaType }: OfferedFile): boolean => /^(image\/(png|jpeg)|application\/pdf)$/.test(mediaType);

interface FileLinkProps {
  file: OfferedFile;
  url: string;
  /** 空白表格, 填写样例, PDF 文档 … */
  kind: string;
}

/** A file that is offered: a real link in the browser; in WeChat it is fetched and opened by WeChat itself. */
export const FileLink = ({ file, url, kind }: FileLinkProps) => {
  const [state, setState] = useState<{ isBusy: boolean; failure: string | null }>({ isBusy: false, failure: null });
  const words = `${kind}：${file.name}（${sizeLabel(file.byteSize)}）`;
  if (process.env.TARO_ENV === 'h5') {
    return (
      <a className="tappable text-link file-link" href={url} {...(isShown(file) ? { target: '_blank', rel: 'noopener' } : { download: file.name })}>
        <Icon name="file-text" />
        <span>{words}</span>
      </a>
    );
  }
  const open = () => {
    if (state.isBusy) return;
    setState({ isBusy: true, failure: null });
    void openFileInWeChat(file, url).then((failure) => setState({ isBusy: false, failure }));
  };
  return (
    <View>
      <Tappable className="text-link file-link" label={`打开${kind}：${file.name}`} onPress={open}>
        <Icon name="file-text" />
        <View>{state.isBusy ? `正在打开${kind}` : words}</View>
      </Tappable>
      <View>{state.failure === null ? null : <Notice text={state.failure} isFailure />}</View>
    </View>
  );
};
