export default definePageConfig({ navigationBarTitleText: '搜索办事指南' });
