export default definePageConfig({ navigationBarTitleText: '编写办事指南' });
