import type { ErrorBody, ErrorCode } from '@zhiyu/contracts/errors';
import { i18n } from '../locales';
import type { HttpAnswer } from '../platform/http';

interface Failure extends Pick<ErrorBody, 'message' | 'details' | 'fields'> {
  /** `offline`: nothing came back. `internal` also when the answer was not the API's. */
  code: ErrorCode | 'offline';
}

/** What a failed call throws: the server's code and its own sentence in the reader's language. */
export class ApiError extends Error {
  readonly code: Failure['code'];
  readonly details: Record<string, string | number>;
  readonly fields: { path: string; message: string }[];

  /** `status` is the HTTP status, 0 when nothing came back. */
  constructor(
    failure: Failure,
    readonly status: number,
  ) {
    super(failure.message);
    this.name = 'ApiError';
    this.code = failure.code;
    this.details = failure.details ?? {};
    this.fields = failure.fields ?? [];
  }
}

/** The sentence to show for anything that was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof ApiError ? error.message : i18n.t('ui:error.unexpected');
}

/** The sentence for one field of a form that the server refused. */
export function fieldMessage(error: unknown, path: string): string | undefined {
  return error instanceof ApiError
    ? error.fields.find((field) => field.path === path)?.message
    : undefined;
}

function isErrorBody(body: unknown): body is ErrorBody {
  return (
    typeof body === 'object' &&
    body !== null &&
    typeof (body as { code?: unknown }).code === 'string' &&
    typeof (body as { message?: unknown }).message === 'string'
  );
}

export function errorOf({ status, body }: HttpAnswer): ApiError {
  const failure: Failure = isErrorBody(body)
    ? body
    : { code: 'internal', message: i18n.t('ui:error.unexpected') };
  return new ApiError(failure, status);
}

export function offlineError(): ApiError {
  return new ApiError({ code: 'offline', message: i18n.t('ui:error.offline') }, 0);
}
