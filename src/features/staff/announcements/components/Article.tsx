import { RichText, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { picturesIn, withPictures, withStyles } from '../articleHtml';

/**
 * Rich text as citizens read it. It comes from the server, which lets nothing but the whitelist through, or from an
 * editor that knows nothing else.
 */
export const Article = ({ html, pictureUrl }: { html: string; pictureUrl: (hash: string) => Promise<string> }) => {
  const [urls, setUrls] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    let isGone = false;
    for (const hash of picturesIn(html)) {
      pictureUrl(hash).then(
        (url) => {
          if (!isGone) setUrls((known) => new Map([...known, [hash, url]]));
        },
        () => undefined,
      );
    }
    return () => {
      isGone = true;
    };
  }, [html, pictureUrl]);
  const shown = withPictures(html, urls);
  if (process.env.TARO_ENV === 'h5') return <div className="rich-text" dangerouslySetInnerHTML={{ __html: shown }} />;
  return (
    <View className="rich-text">
      <RichText nodes={withStyles(shown)} />
    </View>
  );
};
