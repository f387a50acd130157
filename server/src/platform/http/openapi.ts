import { type Route, type RouteName, routes } from '@zhiyu/contracts/routes';
import { schemas } from '@zhiyu/contracts/schemas';
import { z } from 'zod';

type Schema = Record<string, unknown>;

function jsonSchema(name: RouteName, side: 'input' | 'output'): Schema {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(schemas[name][side], {
    io: side,
    unrepresentable: 'any',
  });
  return schema;
}

function parametersOf(path: string): Schema[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
}

/** What goes in beside the fields of the path, which stand among the parameters. */
function restOf(name: RouteName, route: Route<unknown, unknown>) {
  const { properties = {}, required = [], ...schema } = jsonSchema(name, 'input');
  const inPath = new Set([...route.path.matchAll(/:(\w+)/g)].map((match) => match[1]));
  const rest = Object.entries(properties as Record<string, Schema>).filter(
    ([property]) => !inPath.has(property),
  );
  const needed = (required as string[]).filter((property) => !inPath.has(property));
  return { schema, properties: rest, required: needed };
}

function queryOf(name: RouteName, route: Route<unknown, unknown>): Schema[] {
  const { properties, required } = restOf(name, route);
  return properties.map(([property, schema]) => ({
    name: property,
    in: 'query',
    required: required.includes(property),
    schema,
  }));
}

function bodyOf(name: RouteName, route: Route<unknown, unknown>): Schema | undefined {
  if (route.method === 'GET') {
    return undefined;
  }
  const { schema, properties, required } = restOf(name, route);
  const json = {
    ...schema,
    properties: Object.fromEntries(properties),
    ...(required.length > 0 ? { required } : {}),
  };
  const content = route.file
    ? { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
    : { 'application/json': { schema: json } };
  return { required: true, content };
}

const idempotencyKey: Schema = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description:
    'Kept 24 hours. The same key with another body: 422; still running: 409; done: the first answer again.',
  schema: { type: 'string', minLength: 8, maxLength: 200 },
};

function operationOf(name: RouteName): Schema {
  const route: Route<unknown, unknown> = routes[name];
  const asks = route.method === 'GET' || route.file ? queryOf(name, route) : [];
  const body = bodyOf(name, route);
  return {
    operationId: name,
    summary: route.about,
    tags: [route.path.split('/')[2] ?? ''],
    ...(route.side === 'public' ? { security: [] } : {}),
    parameters: [...parametersOf(route.path), ...asks, ...(route.once ? [idempotencyKey] : [])],
    ...(body ? { requestBody: body } : {}),
    responses: {
      200: {
        description: 'Done',
        content: { 'application/json': { schema: jsonSchema(name, 'output') } },
      },
      default: {
        description: 'Refused',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
      },
    },
  };
}

const errorSchema: Schema = {
  type: 'object',
  required: ['code', 'message', 'requestId'],
  properties: {
    code: { type: 'string' },
    message: { type: 'string' },
    requestId: { type: 'string' },
    details: { type: 'object' },
    fields: { type: 'array', items: { type: 'object' } },
  },
};

/** OpenAPI 3.1 of every address, made from the contract. */
export function openapi(version: string): Schema {
  const paths: Record<string, Record<string, Schema>> = {};
  for (const name of Object.keys(routes) as RouteName[]) {
    const path = routes[name].path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [routes[name].method.toLowerCase()]: operationOf(name) };
  }
  return {
    openapi: '3.1.0',
    info: { title: '知遇 Zhiyu', version },
    paths,
    components: {
      schemas: { Error: errorSchema },
      securitySchemes: {
        staff: { type: 'apiKey', in: 'cookie', name: 'zy_staff' },
        candidate: { type: 'apiKey', in: 'cookie', name: 'zy_candidate' },
        bearer: { type: 'http', scheme: 'bearer' },
      },
    },
    security: [{ staff: [] }, { candidate: [] }, { bearer: [] }],
  };
}
