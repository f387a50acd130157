export default definePageConfig({ navigationBarTitleText: '知遇' });
