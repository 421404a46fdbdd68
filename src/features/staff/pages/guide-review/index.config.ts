export default definePageConfig({ navigationBarTitleText: '年度核对' });
