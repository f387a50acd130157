import { AppError } from '@zhiyu/contracts/errors';
import { leastReason } from '@zhiyu/contracts/culture';
import { guardOf } from '@zhiyu/contracts/rule-guard';
import type { PositionContent, Question } from '@zhiyu/contracts/position';

const rounding = 0.001;

interface Fault {
  path: string;
  message: string;
}

/** A portrait of culture describes: it has a weight or a requirement only with a reason. */
function cultureFaults({ model }: PositionContent): Fault[] {
  const groundless = model.dimensions.filter(
    ({ culture, weight, requirement }) =>
      culture &&
      (weight > 0 || requirement > 0) &&
      culture.weightReason.trim().length < leastReason,
  );
  return groundless.map(({ code }) => ({
    path: `model.dimensions.${code}`,
    message: '文化维度要写明理由，才能有权重和要求',
  }));
}

function potentialFaults({ potential }: PositionContent, codes: Set<string>): Fault[] {
  const unknown = (potential?.dimensions ?? []).filter(({ code }) => !codes.has(code));
  return unknown.map(({ code }) => ({
    path: `potential.${code}`,
    message: '高潜规则只能用能力模型里的维度',
  }));
}

function modelFaults(content: PositionContent): Fault[] {
  const faults: Fault[] = [];
  const sum = content.model.dimensions.reduce((total, one) => total + one.weight, 0);
  if (Math.abs(sum - 1) > rounding) {
    faults.push({ path: 'model.dimensions', message: `权重之和是 ${sum.toFixed(2)}，应为 1` });
  }
  const codes = new Set(content.model.dimensions.map((one) => one.code));
  faults.push(...cultureFaults(content), ...potentialFaults(content, codes));
  for (const question of content.questions) {
    if (question.dimensions.some((code) => !codes.has(code))) {
      faults.push({ path: `questions.${question.code}`, message: '题目的维度不在能力模型里' });
    }
  }
  const known = new Set(content.questions.map((one) => one.code));
  if (content.plan.questionCodes.some((code) => !known.has(code))) {
    faults.push({ path: 'plan.questionCodes', message: '面试计划里有不存在的题目' });
  }
  return faults;
}

/** Longest spoken or written answer, in seconds; a program has longer. */
const longestAnswer = 600;

/** What belongs to a program and what to words; `known` says whether there is such a problem. */
function codingFaults(
  questions: readonly Question[],
  known: (problem: string) => boolean,
): Fault[] {
  return questions.flatMap(({ code, kind, coding, answerSeconds }) => {
    const path = `questions.${code}`;
    if (kind === 'coding') {
      return coding && known(coding.problem) ? [] : [{ path, message: '没有这道编程题' }];
    }
    const faults = [
      ...(coding ? ['只有编程题能选题目和语言'] : []),
      ...(answerSeconds > longestAnswer ? [`回答时间最长 ${longestAnswer} 秒`] : []),
    ];
    return faults.map((message) => ({ path, message }));
  });
}

/** An ordinary rule that names a protected attribute would go round its ground and its second person. */
function guardFaults(content: PositionContent): Fault[] {
  return guardOf(content)
    .filter(({ verdict }) => verdict === 'refused')
    .map(({ ruleId, words }) => ({
      path: `requirements.${ruleId ?? ''}`,
      message: `“${words}”涉及受保护的信息，只能写成受保护的要求`,
    }));
}

/** Under the European rules no face is observed, and nobody is turned down by a machine alone. */
function europeanFaults({ automation, plan }: PositionContent): Fault[] {
  if (automation.european !== true) {
    return [];
  }
  return [
    ...(plan.faceObservation?.on
      ? [{ path: 'plan.faceObservation', message: '适用欧盟规则的岗位不能观察面部' }]
      : []),
    ...(automation.rejectBelowThreshold.on
      ? [
          {
            path: 'automation.rejectBelowThreshold',
            message: '适用欧盟规则的岗位不能由机器单独拒绝',
          },
        ]
      : []),
  ];
}

/** Rules on protected attributes that still wait for a second person. */
export function pendingRules(content: PositionContent): string[] {
  return content.requirements.flatMap((rule) =>
    rule.kind === 'protected' && !rule.approvedBy ? [rule.id] : [],
  );
}

/**
 * What the schema cannot say: weights add up, codes exist, protected attributes have their legal ground,
 * a rejection by machine alone and a face that is observed have one too.
 * @throws invalidInput with the faults, legalGroundMissing, secondApproverNeeded.
 */
export function checkContent(
  content: PositionContent,
  savedBy: string | null,
  knownProblem: (code: string) => boolean,
): void {
  const faults = [
    ...modelFaults(content),
    ...guardFaults(content),
    ...europeanFaults(content),
    ...codingFaults(content.questions, knownProblem),
  ];
  if (faults.length > 0) {
    throw new AppError('invalidInput', {}, faults);
  }
  for (const rule of content.requirements) {
    if (rule.kind === 'protected' && rule.legalGround.trim().length < 4) {
      throw new AppError('legalGroundMissing');
    }
    if (rule.kind === 'protected' && rule.approvedBy && rule.approvedBy === savedBy) {
      throw new AppError('secondApproverNeeded');
    }
  }
  checkGrounds(content);
}

/** Neither goes on without its ground in words: a rejection by machine alone, a face that is observed. */
function checkGrounds({ automation, plan }: PositionContent): void {
  for (const setting of [automation.rejectBelowThreshold, plan.faceObservation]) {
    if (setting?.on && setting.lawfulGround.trim().length < 4) {
      throw new AppError('legalGroundMissing');
    }
  }
}

/** An approval holds for the rule as it was approved; a changed rule asks again. */
export function keepApprovals(content: PositionContent, before: PositionContent): PositionContent {
  const requirements = content.requirements.map((rule) => {
    if (rule.kind !== 'protected') {
      return rule;
    }
    const { approvedBy: _claimed, ...asked } = rule;
    const old = before.requirements.find((one) => one.id === rule.id);
    const same =
      old?.kind === 'protected' &&
      old.attribute === rule.attribute &&
      old.condition === rule.condition &&
      old.legalGround === rule.legalGround;
    return same && old.approvedBy ? { ...asked, approvedBy: old.approvedBy } : asked;
  });
  return { ...content, requirements };
}
