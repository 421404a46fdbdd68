import { useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { Page } from '../../../../components/Page';
import { paths } from '../../../../paths';
import { pageParameter } from '../../../../platform/pageParameter';
import { StaffOnly } from '../../components/StaffOnly';
import { MemberDetail } from '../../members/components/MemberDetail';

const MemberPage = observer(() => {
  const memberId = pageParameter(useRouter().params['memberId']);
  return (
    <Page title="工作人员">
      <StaffOnly path={paths.staffMember(memberId)}>
        <MemberDetail memberId={memberId} />
      </StaffOnly>
    </Page>
  );
});

export default MemberPage;
