import { useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { Page } from '../../../../components/Page';
import { paths } from '../../../../paths';
import { pageParameter } from '../../../../platform/pageParameter';
import { AnnouncementView } from '../../announcements/components/AnnouncementView';
import { StaffOnly } from '../../components/StaffOnly';
import '../../announcements/announcements.scss';

const AnnouncementPage = observer(() => {
  const { announcementId } = useRouter().params;
  const id = pageParameter(announcementId);
  return (
    <Page title="已发布的公告">
      <StaffOnly path={paths.staffAnnouncement(id)}>
        <AnnouncementView announcementId={id} />
      </StaffOnly>
    </Page>
  );
});

export default AnnouncementPage;
