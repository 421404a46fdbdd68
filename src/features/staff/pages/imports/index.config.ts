export default definePageConfig({ navigationBarTitleText: '导入办事指南' });
