import {
  applyDecorators,
  createParamDecorator,
  type ExecutionContext,
  HttpCode,
  RequestMapping,
  RequestMethod,
  SetMetadata,
  UseInterceptors,
} from '@nestjs/common';
import { AppError } from '@zhiyu/contracts/errors';
import { type Route, type RouteName, routes } from '@zhiyu/contracts/routes';
import { schemas } from '@zhiyu/contracts/schemas';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AnyActor } from '../auth/actor.js';
import { IdempotencyInterceptor } from './idempotency.interceptor.js';
import type { KnownRequest } from './known-request.js';

export const routeKey = 'zhiyu:route';

/** The exchange itself, for cookies and headers. */
export interface Http {
  reply: FastifyReply;
}

const names = new Map<object, RouteName>(
  (Object.keys(routes) as RouteName[]).map((name) => [routes[name], name]),
);

export function nameOf(route: object): RouteName {
  const name = names.get(route);
  if (!name) {
    throw new Error('this route is not in contracts/routes.ts');
  }
  return name;
}

/** A form can be sent from any site without asking: only JSON and raw files are read. */
function refuseForms(request: FastifyRequest): void {
  const type = request.headers['content-type'] ?? 'application/json';
  if (request.body && !Buffer.isBuffer(request.body) && !type.startsWith('application/json')) {
    throw new AppError('fileTypeUnknown');
  }
}

/** Path, query and body in one, checked by the route's schema. */
export function readInput(name: RouteName, request: FastifyRequest): unknown {
  refuseForms(request);
  const body = Buffer.isBuffer(request.body) ? {} : (request.body ?? {});
  const all = { ...(request.query as object), ...body, ...(request.params as object) };
  const read = schemas[name].input.safeParse(all);
  if (read.success) {
    return read.data;
  }
  const fields = read.error.issues.map((issue) => ({
    path: issue.path.join('.'),
    message: issue.message,
  }));
  throw new AppError('invalidInput', {}, fields);
}

const requestOf = (context: ExecutionContext): KnownRequest =>
  context.switchToHttp().getRequest<KnownRequest>();
const ActorParam = createParamDecorator(
  (_: unknown, context: ExecutionContext) => requestOf(context).known.actor,
);
const InputParam = createParamDecorator(
  (_: unknown, context: ExecutionContext) => requestOf(context).known.input,
);
const FileParam = createParamDecorator(
  (_: unknown, context: ExecutionContext) => requestOf(context).body,
);
// Wrapped, because a Fastify reply is thenable: awaited bare it waits for the answer it is needed for.
const HttpParam = createParamDecorator((_: unknown, context: ExecutionContext): Http => ({
  reply: context.switchToHttp().getResponse<FastifyReply>(),
}));

type Method<A, I, O> = (actor: A, input: I, file: Buffer, http: Http) => Promise<O>;

/**
 * Binds a controller's method to a route of the contract: `(actor, input, file, http)`; file is the raw body of
 * file routes, http is for cookies and headers. A wrong input or
 * result type does not compile.
 * @param more.keepsAnswers the method itself keeps its answer with its effect and gives it again under the same key
 */
export function Bind<I, O>(route: Route<I, O>, more: { keepsAnswers?: true } = {}) {
  const method = applyDecorators(
    RequestMapping({ path: route.path, method: RequestMethod[route.method] }),
    SetMetadata(routeKey, route),
    HttpCode(200),
    // Only where it is needed: any interceptor costs a request several observables.
    ...(route.once && !more.keepsAnswers ? [UseInterceptors(IdempotencyInterceptor)] : []),
  );
  return <A extends AnyActor>(
    target: object,
    key: string,
    descriptor: { value?: Method<A, I, O> },
  ): void => {
    ActorParam()(target, key, 0);
    InputParam()(target, key, 1);
    FileParam()(target, key, 2);
    HttpParam()(target, key, 3);
    method(target, key, descriptor);
  };
}
