import type { ErrorBody, ErrorCode } from '@zhiyu/contracts/errors';
import { i18n } from '../locales';

/** What a failed call throws: the server's code and its own sentence in the reader's language. */
export class ApiError extends Error {
  constructor(
    /** `offline`: nothing came back. `internal` also when the answer was not the API's. */
    readonly code: ErrorCode | 'offline',
    message: string,
    readonly status: number,
    readonly details: Record<string, string | number> = {},
    readonly fields: { path: string; message: string }[] = [],
  ) {
    super(message);
    this.name = 'ApiError';
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

export async function errorOf(response: Response): Promise<ApiError> {
  const body: unknown = await response.json().catch(() => null);
  if (isErrorBody(body)) {
    return new ApiError(body.code, body.message, response.status, body.details, body.fields);
  }
  return new ApiError('internal', i18n.t('ui:error.unexpected'), response.status);
}

export function offlineError(): ApiError {
  return new ApiError('offline', i18n.t('ui:error.offline'), 0);
}
