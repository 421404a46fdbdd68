export default definePageConfig({ navigationBarTitleText: '大厅和窗口' });
