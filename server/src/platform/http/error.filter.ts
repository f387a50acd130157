import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  HttpException,
  Injectable,
} from '@nestjs/common';
import { AppError, type ErrorBody, type ErrorCode } from '@zhiyu/contracts/errors';
import type { Locale } from '@zhiyu/contracts/basics';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppLog } from '../log/app-log.js';
import { errorText } from './error-text.js';
import { localeOf } from './locale-of.js';

const codeOfStatus: Record<number, ErrorCode> = {
  400: 'invalidInput',
  401: 'notSignedIn',
  403: 'notAllowed',
  404: 'notFound',
  413: 'fileTooLarge',
  415: 'fileTypeUnknown',
};

function statusOf(error: unknown): number {
  if (error instanceof HttpException) {
    return error.getStatus();
  }
  if (error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number') {
    return error.statusCode;
  }
  return 500;
}

/** Any failure as an error of our list. */
export function asAppError(error: unknown): AppError {
  return error instanceof AppError
    ? error
    : new AppError(codeOfStatus[statusOf(error)] ?? 'internal');
}

export function errorBody(error: AppError, locale: Locale, requestId: string): ErrorBody {
  const body: ErrorBody = {
    code: error.code,
    message: errorText(error.code, locale, error.details),
    requestId,
  };
  if (Object.keys(error.details).length > 0) {
    body.details = error.details;
  }
  if (error.fields.length > 0) {
    body.fields = error.fields;
  }
  return body;
}

/** Every failure leaves as a code and a sentence in the reader's language. */
@Catch()
@Injectable()
export class ErrorFilter implements ExceptionFilter {
  constructor(private readonly log: AppLog) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const known = asAppError(error);
    if (known.code === 'internal') {
      this.log.error('request failed', {
        method: request.method,
        path: request.url.split('?')[0],
        error,
      });
    }
    void reply.status(known.status).send(errorBody(known, localeOf(request.headers), request.id));
  }
}
