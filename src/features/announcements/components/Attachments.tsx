import type { Attachment } from '../../../../server/contract/announcementContent';
import { View } from '@tarojs/components';
import { FileLink } from '../../../components/FileLink';
import { Heading } from '../../../components/Heading';
import { List, ListItem } from '../../../components/List';
import { fileKind } from '../announcementFacts';

/** Files that belong to a text, each with its kind and size before anybody fetches it. */
export const Attachments = ({ attachments, urlOf }: { attachments: readonly Attachment[]; urlOf: (hash: string) => string }) =>
  attachments.length === 0 ? null : (
    <View className="section">
      <Heading level={2}>{attachments.length === 1 ? '附件' : `附件（${attachments.length} 个）`}</Heading>
      <List>
        {attachments.map((file) => (
          <ListItem key={file.hash}>
            <FileLink file={file} kind={fileKind(file)} url={urlOf(file.hash)} />
          </ListItem>
        ))}
      </List>
    </View>
  );
