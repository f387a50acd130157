import { candidateRoutes } from '@zhiyu/contracts/routes.candidate';
import { call } from '../../api/client';
import { putInterview } from './use-interview';

/** Opens a question whose recording is bad once more. */
export async function answerAgain(answerId: string): Promise<void> {
  putInterview(await call(candidateRoutes.answerAgain, { answerId }));
}
