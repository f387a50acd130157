import { AppError } from '@zhiyu/contracts/errors';
import type { PositionContent } from '@zhiyu/contracts/position';

const rounding = 0.001;

interface Fault {
  path: string;
  message: string;
}

function modelFaults(content: PositionContent): Fault[] {
  const faults: Fault[] = [];
  const sum = content.model.dimensions.reduce((total, one) => total + one.weight, 0);
  if (Math.abs(sum - 1) > rounding) {
    faults.push({ path: 'model.dimensions', message: `权重之和是 ${sum.toFixed(2)}，应为 1` });
  }
  const codes = new Set(content.model.dimensions.map((one) => one.code));
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
export function checkContent(content: PositionContent, savedBy: string | null): void {
  const faults = modelFaults(content);
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
