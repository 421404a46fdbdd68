import { paths } from '../../paths';

export interface HelpTopic {
  question: string;
  answer: string;
  link?: { to: string; label: string };
}

interface Offer {
  hasFavourites: boolean;
}

/** Questions as people ask them. What the installation does not offer is not explained. */
export const helpTopics = ({ hasFavourites }: Offer): HelpTopic[] => [
  {
    question: '怎么找到要办的事',
    answer: '在首页上方的搜索框里，用自己的话说就行，例如“身份证丢了”“给孩子上户口”。打拼音、写错一两个字也能找到。\n不知道叫什么的，到“办事”里按主题、人生大事、部门或大厅去找。',
    link: { to: paths.search, label: '去搜索' },
  },
  {
    question: '要带的材料怎么准备',
    answer: '打开指南，“要带的材料”就是一张清单。备好一样，点一下打勾，下次打开还在。\n写着“不用带”的，窗口自己能查到。\n点“把清单发给家人”，可以请家人帮着准备。',
  },
  { question: '字太小，看不清', answer: '在首页搜索框下面点“长辈版”，字会变大，页面上的内容也会变少。在“我的”里也能打开和关上。' },
  {
    question: '没有网络能用吗',
    answer: '看过的指南会存在这部手机上，没有网络也能打开，页面上写着是什么时候存的。存下的内容可能已经变了，出门前请打电话问一下。',
  },
  ...(hasFavourites
    ? [{ question: '怎么收藏，换手机还在吗', answer: '在指南页面下方点“收藏”，第一次要用微信登录。收藏跟着您的微信走，换手机也在“我的收藏”里。', link: { to: paths.favourites, label: '看我的收藏' } }]
    : []),
  {
    question: '会不会泄露我的信息',
    answer: '查指南不用登录，也不用填任何信息。最近看过的、最近搜过的和打了勾的材料，只存在这部手机上。没有找到结果的搜索会去掉数字、按天计数，用来改进查找，不记是谁搜的。',
    link: { to: paths.privacyPolicy, label: '看隐私保护指引' },
  },
  { question: '还是不会用，怎么办', answer: '拨打下面的热线，请工作人员告诉您怎么办；也可以直接去大厅，窗口照样能办。' },
  { question: '指南写得不对', answer: '在那份指南页面的最下面，点“内容有误”，说明哪里不对。工作人员会核对并改正。' },
  {
    question: '想投诉，或者提建议',
    answer: '对这个小程序的意见，点下面的“意见反馈”。对窗口和工作人员的投诉，请拨打热线。',
    link: { to: paths.feedback, label: '意见反馈' },
  },
];
