export default definePageConfig({ navigationBarTitleText: '群众说法' });
