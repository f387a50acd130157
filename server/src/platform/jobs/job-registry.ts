import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Subscribers } from '../events/subscribers.js';
import { DiscoveryService } from '@nestjs/core';
import { Runtime } from '../runtime.js';
import { JobEngine, type JobHandler } from './job-engine.js';
import { subscriptionsOf } from './on.js';

/** Finds every `@OnJob` and `@OnEvent` method at start; refuses to start when a job has two. */
@Injectable()
export class JobRegistry implements OnApplicationBootstrap, OnModuleDestroy {
  readonly handlers = new Map<string, JobHandler>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly subscribers: Subscribers,
    private readonly engine: JobEngine,
    private readonly runtime: Runtime,
  ) {}

  onApplicationBootstrap(): void {
    for (const wrapper of this.discovery.getProviders()) {
      const instance: unknown = wrapper.instance;
      if (typeof instance === 'object' && instance !== null) {
        this.collect(instance);
      }
    }
    this.engine.use(this.handlers);
    if (this.runtime.runsJobs) {
      this.engine.start();
    }
  }

  /** @throws when a job that can be ordered would never run. */
  requireAll(names: readonly string[]): void {
    const missing = names.filter((name) => !this.handlers.has(name));
    if (missing.length > 0) {
      throw new Error(`no handler for the jobs ${missing.join(', ')}`);
    }
  }

  async onModuleDestroy(): Promise<void> {
    await this.engine.stop();
  }

  private collect(instance: object): void {
    const prototype = Object.getPrototypeOf(instance) as object | null;
    if (!prototype) {
      return;
    }
    for (const [key, subscription] of subscriptionsOf(prototype)) {
      const method = Reflect.get(instance, key) as JobHandler;
      if (this.handlers.get(subscription.job)) {
        throw new Error(`two handlers for job ${subscription.job}`);
      }
      this.handlers.set(subscription.job, method.bind(instance));
      if (subscription.event) {
        this.subscribers.add(subscription.event, subscription.job);
      }
    }
  }
}
