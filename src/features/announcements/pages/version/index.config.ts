export default definePageConfig({ navigationBarTitleText: '更正前的内容' });
