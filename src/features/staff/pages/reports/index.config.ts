export default definePageConfig({ navigationBarTitleText: '群众的反馈' });
