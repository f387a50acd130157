import { DiscoveryService } from '@nestjs/core';
import { type Route, type RouteName, routes } from '@zhiyu/contracts/routes';
import { type Guarded, guardedKey } from '@zhiyu/server/platform/auth/can';
import { nameOf, routeKey } from '@zhiyu/server/platform/http/bind';
import type { TestApp } from './app.js';

/** A controller's method as it is bound. */
export interface BoundRoute {
  /** `AdminController.company` */
  method: string;
  route: RouteName;
  guarded: Guarded | undefined;
}

export const routeNames = Object.keys(routes) as RouteName[];

/** Any route with its types left open: for walking all of them. */
export function routeOf(name: RouteName): Route<unknown, unknown> {
  return routes[name];
}

function methodsOf(controller: object): [string, object][] {
  const prototype = Object.getPrototypeOf(controller) as object;
  return Object.getOwnPropertyNames(prototype).flatMap((name): [string, object][] => {
    const value: unknown = Reflect.get(prototype, name);
    return typeof value === 'function' && name !== 'constructor' ? [[name, value]] : [];
  });
}

/** Every method of every controller that answers an address. */
export function boundRoutes(app: TestApp): BoundRoute[] {
  const controllers = app
    .get(DiscoveryService)
    .getControllers()
    .map((wrapper) => wrapper.instance as object);
  return controllers.flatMap((controller) =>
    methodsOf(controller)
      .filter(([, method]) => Reflect.hasMetadata('path', method))
      .map(([name, method]) => ({
        method: `${controller.constructor.name}.${name}`,
        route: nameOf(Reflect.getMetadata(routeKey, method) as object),
        guarded: Reflect.getMetadata(guardedKey, method) as Guarded | undefined,
      })),
  );
}

/** The act of every route. */
export function actsOf(app: TestApp): Map<RouteName, string> {
  return new Map(boundRoutes(app).map(({ route, guarded }) => [route, guarded?.act ?? '']));
}
