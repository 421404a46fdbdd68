export default definePageConfig({ navigationBarTitleText: '已发布的公告' });
