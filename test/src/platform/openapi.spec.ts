import { rawPaths, type RouteName } from '@zhiyu/contracts/routes';
import { expect } from 'chai';
import { startApp, type TestApp } from '../harness/app.js';
import { routeNames, routeOf } from '../harness/routes-of.js';

interface Schema {
  type?: string;
  properties?: Record<string, unknown>;
  required?: string[];
}
interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  schema: Schema;
}
interface Operation {
  operationId: string;
  summary: string;
  parameters: Parameter[];
  requestBody?: { required: boolean; content: Record<string, { schema: Schema }> };
  responses: Record<string, { description: string; content: Record<string, { schema: object }> }>;
  security?: object[];
}
interface Document {
  openapi: string;
  info: { title: string; version: string };
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: object; securitySchemes: object };
}

function refsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  return Object.entries(value).flatMap(([key, inner]) =>
    key === '$ref' ? [String(inner)] : refsIn(inner),
  );
}

function resolves(document: object, ref: string): boolean {
  const steps = ref.replace(/^#\//, '').split('/');
  let at: unknown = document;
  for (const step of steps) {
    at =
      typeof at === 'object' && at !== null
        ? Reflect.get(at, step.replaceAll('~1', '/').replaceAll('~0', '~'))
        : undefined;
  }
  return ref.startsWith('#/') && at !== undefined;
}

const namesIn = (path: string) => [...path.matchAll(/:(\w+)/g)].map((match) => match[1]);

const inPath = (operation: Operation) =>
  operation.parameters.filter((one) => one.in === 'path').map((one) => one.name);

const bodyOf = (operation: Operation): Schema =>
  operation.requestBody?.content['application/json']?.schema ?? {};

describe('the OpenAPI document', () => {
  let app: TestApp;
  let document: Document;
  before(async () => {
    app = await startApp();
    document = (await (await app.client.raw(rawPaths.openapi)).json()) as Document;
  });
  after(() => app.stop());

  const operation = (name: RouteName): Operation => {
    const { path, method } = routeOf(name);
    const found = document.paths[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
    expect(found, name).not.to.equal(undefined);
    return found!;
  };

  it('is version 3.1 with title, version and ways to sign in', () => {
    expect(document.openapi).to.equal('3.1.0');
    expect(document.info).to.deep.equal({ title: '知遇 Zhiyu', version: '0.0.0-test' });
    expect(document.components.securitySchemes).to.have.keys('staff', 'candidate', 'bearer');
  });

  it('has every route of the contract and no other', () => {
    const ids = Object.values(document.paths).flatMap((path) =>
      Object.values(path).map((one) => one.operationId),
    );
    expect(ids.sort()).to.deep.equal([...routeNames].sort());
  });

  for (const name of routeNames) {
    it(`describes ${name}: parameters, body and answer`, () => {
      const route = routeOf(name);
      const described = operation(name);
      expect(described.operationId).to.equal(name);
      expect(inPath(described)).to.deep.equal(namesIn(route.path));
      const header = described.parameters.some((one) => one.name === 'Idempotency-Key');
      expect(header).to.equal(route.once);
      const type = route.file ? 'application/octet-stream' : 'application/json';
      const types = Object.keys(described.requestBody?.content ?? {});
      expect(types).to.deep.equal(route.method === 'GET' ? [] : [type]);
      const answer = described.responses['200']?.content['application/json']?.schema;
      expect(answer).to.include({ type: 'object' });
      expect(described.responses).to.have.property('default');
      expect(described.security).to.deep.equal(route.side === 'public' ? [] : undefined);
    });
  }

  it('asks for a field in one place only, and says which must be there', () => {
    for (const name of routeNames) {
      const { properties = {}, required = [] } = bodyOf(operation(name));
      const fields = [...Object.keys(properties), ...required];
      expect(fields, name).not.to.include.any.members(['', ...inPath(operation(name))]);
    }
    const asked = (name: RouteName, field: string): boolean =>
      operation(name).parameters.find((one) => one.name === field)?.required === true;
    expect(asked('readResume', 'name')).to.equal(true);
    expect(asked('listApplications', 'q')).to.equal(false);
  });

  it('has only references that lead somewhere', () => {
    const refs = [...new Set(refsIn(document))];
    expect(refs.filter((ref) => !resolves(document, ref))).to.deep.equal([]);
  });

  it('is shown as a page', async () => {
    const page = await app.client.raw('/api/docs');
    expect(page.status).to.equal(200);
    expect(await page.text()).to.contain('swagger');
  });
});
