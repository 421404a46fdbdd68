export default definePageConfig({ navigationBarTitleText: '没有搜到的说法' });
