export default defineAppConfig({
  pages: [
    'pages/home/index',
    'pages/apply/index',
    'pages/interview/index',
    'pages/status/index',
    'pages/inbox/index',
  ],
  animation: false,
  window: {
    navigationBarTitleText: '知遇',
    navigationBarBackgroundColor: '#f8f6f1',
    navigationBarTextStyle: 'black',
    backgroundColor: '#f8f6f1',
    navigationStyle: 'custom',
  },
});
