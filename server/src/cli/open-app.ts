import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type Settings, settingsOfProcess } from '@zhiyu/config/settings';
import { AppModule } from '../app.module.js';
import { Runtime } from '../platform/runtime.js';
import { versionOfProduct } from '../start.js';

/** Opens the product without listening and without running jobs, does the work and closes it again. */
export async function withApp<T>(
  work: (app: INestApplicationContext) => Promise<T>,
  settings: Settings = settingsOfProcess(),
): Promise<T> {
  const options = { runsJobs: false, serves: false, version: versionOfProduct() };
  const runtime = new Runtime(settings, options);
  runtime.publicUrl = settings.web.PUBLIC_URL ?? `http://127.0.0.1:${settings.web.PORT}`;
  const app = await NestFactory.createApplicationContext(AppModule.with(runtime), {
    logger: false,
    abortOnError: false,
  });
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}
