export default definePageConfig({ navigationBarTitleText: '登录与账号' });
