/**
 * Stories that are only the shape of a story: the question's own words, words that any success has (满意, 成功, 很多), a
 * number without a thing behind it. Level 1-2 by their text alone: nothing of what was done is told. Written from the
 * text of the questions, before the engine was made to see them and without a look at anchors and cues.
 */
export interface HollowAnswer {
  position: string;
  question: string;
  locale?: 'en';
  text: string;
}

export const hollowAnswers: HollowAnswer[] = [
  {
    ...{ position: 'bank-teller', question: 'angry-customer' },
    text: '去年我接待过一次情绪激动的客户，当时发生了一些事情，我一步一步处理了，最后处理得很好，客户很满意，我学到了很多。',
  },
  {
    ...{ position: 'bank-teller', question: 'error-free-work' },
    text: '去年我做过一次量大、时间紧、又不能出错的工作，我用了很好的办法保证准确，因为我很认真，最后结果非常好，完成了100%，我以后会继续努力。',
  },
  {
    ...{ position: 'sales', question: 'keep-customer' },
    text: '前年有一个老客户很不满差点流失，我第一时间处理了问题，做了补救，后来这个客户很满意，续约了，业绩提升了30%，我总结了经验。',
  },
  {
    ...{ position: 'software-engineer', question: 'disagreement' },
    text: '去年我和同事在技术方案上有一次意见不同，我先沟通了分歧，然后推动了决定，最后定了下来，事后看结果很成功，效率提升了20%，我学到了沟通很重要。',
  },
  {
    ...{ position: 'team-manager', question: 'low-performer' },
    text: '去年我带过一个表现不达标的组员，我弄清了原因，具体做了很多工作，跟进了三个月，最后他的表现提升了50%，达标了，我明白了带人很重要。',
  },
  {
    ...{ position: 'store-staff', question: 'return-conflict' },
    text: '之前有个顾客来退货，情况比较复杂，我耐心地处理了这件事，按规定妥善解决了，顾客非常满意，也得到了店长的表扬，我从中学到了很多。',
  },
  {
    ...{ position: 'store-staff', question: 'hesitant-customer' },
    text: '有一位犹豫的顾客，我弄清了他的需要，给他做了推荐，最后他买到了合适的东西，特别满意，业绩提高了40%，我以后会继续保持。',
  },
  {
    ...{ position: 'bank-teller', question: 'angry-customer' },
    text: '我接待过一位情绪非常激动的客户，我没有慌，一步一步把问题处理好了，最后客户满意地离开了，还给了我五星好评，满意度达到99%。',
  },
  {
    ...{ position: 'sales', question: 'keep-customer' },
    text: '有个老客户对我们很不满，差点就流失了，我及时沟通并且采取了有效的措施，最终挽回了客户，关系比以前更好，销售额增长了25%，这件事对我帮助很大。',
  },
  {
    ...{ position: 'sales', question: 'lost-deal' },
    text: '我丢过一个单子，后来我认真分析了原因，总结了教训，做出了很多改进，后面的成单率提升了30%，这次经历让我成长了很多。',
  },
  {
    ...{ position: 'software-engineer', question: 'disagreement' },
    text: '我和同事有过一次技术方案上的分歧，我们进行了充分的沟通，最后达成了一致，项目顺利上线，性能提升了50%，大家合作得很愉快，我认识到团队合作的重要性。',
  },
  {
    ...{ position: 'software-engineer', question: 'incident' },
    text: '有一次线上出了故障，我第一时间响应，迅速定位了问题并且解决了，避免了更大的损失，事后做了复盘和优化，类似问题减少了80%，领导非常认可。',
  },
  {
    ...{ position: 'team-manager', question: 'low-performer' },
    text: '我手下有个组员表现不好，我非常重视，给了他很多帮助和指导，经过一段时间的努力，他进步非常大，绩效提高了60%，成为了团队骨干，我很有成就感。',
  },
  {
    ...{ position: 'team-manager', question: 'two-leads' },
    text: '两个组长之间有矛盾，我高度重视，做了大量的工作，最终圆满解决了，两个人关系变好了，团队效率提高了20%，我觉得沟通是最重要的。',
  },
  {
    ...{ position: 'bank-teller', question: 'error-free-work' },
    text: '我以前做过一份不能出错的工作，量很大时间很紧，我严格要求自己，采用了科学的方法，最终按时完成，准确率100%，得到了大家的一致好评。',
  },
  {
    ...{ position: 'sales', question: 'keep-customer', locale: 'en' },
    text: 'Once an old customer was very unhappy and nearly left us. I handled the problem step by step, and in the end the customer was satisfied and renewed, and our sales increased by 30 percent. I learned a lot.',
  },
  {
    ...{ position: 'software-engineer', question: 'disagreement', locale: 'en' },
    text: 'Last year a colleague and I disagreed about a technical solution. We communicated well, I pushed for a decision, and the result was very successful: efficiency improved by 20 percent. I learned that communication matters.',
  },
  {
    ...{ position: 'bank-teller', question: 'error-free-work', locale: 'en' },
    text: 'I once had a lot of work that allowed no errors and little time. I used a very good method to make sure it was accurate, finished everything on time with 100 percent accuracy, and everybody praised me.',
  },
];
