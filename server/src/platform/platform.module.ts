import { type DynamicModule, Global, Module, type Provider } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { ScheduleModule } from '@nestjs/schedule';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { Presence } from './auth/presence.js';
import { Sessions } from './auth/sessions.js';
import { ForgetErased } from './crypto/forget-erased.js';
import { Keyring } from './crypto/keyring.js';
import { Vault } from './crypto/vault.js';
import { makeDataSource, openDatabase } from './database/data-source.js';
import { Database } from './database/database.js';
import { Engines } from './engines.js';
import { EventLog } from './events/event-log.js';
import { Subscribers } from './events/subscribers.js';
import { AccessGuard } from './http/access.guard.js';
import { InFlight } from './http/in-flight.js';
import { ErrorFilter } from './http/error.filter.js';
import { EmbeddedEngine } from './jobs/embedded.engine.js';
import { Housekeeping } from './jobs/housekeeping.job.js';
import { JobEngine } from './jobs/job-engine.js';
import { JobQueue } from './jobs/job-queue.js';
import { JobRegistry } from './jobs/job-registry.js';
import { Judge } from './judge/judge.js';
import { KeptValues } from './kept-values/kept-values.js';
import { Llm } from './llm/llm.js';
import { makeLlm } from './llm/make-llm.js';
import { AppLog } from './log/app-log.js';
import { Runtime } from './runtime.js';
import { Sandbox } from './sandbox/sandbox.js';
import { Schedules } from './jobs/schedules.js';
import { makeSpeech } from './speech/make-speech.js';
import { Speech } from './speech/speech.js';
import { StreamController } from './stream/stream.controller.js';
import { Stream } from './stream/stream.service.js';
import { Clock } from './time/clock.js';
import { makeVoice } from './voice/make-voice.js';
import { SyntheticVoice } from './voice/synthetic-voice.js';

export interface PlatformOptions {
  runtime: Runtime;
  clock: Clock;
  entities: NonNullable<DataSourceOptions['entities']>;
}

const shared = [
  Database,
  EventLog,
  Subscribers,
  JobQueue,
  InFlight,
  Keyring,
  Vault,
  Sessions,
  Presence,
  KeptValues,
  Schedules,
  AppLog,
  Stream,
  Judge,
  Engines,
];

/** The optional engines, as the settings name them. */
function enginesOf({ settings }: Runtime): Provider[] {
  return [
    { provide: Sandbox, useFactory: () => new Sandbox(settings.judge.BWRAP_PATH) },
    { provide: Speech, useFactory: () => makeSpeech(settings) },
    { provide: Llm, useFactory: () => makeLlm(settings) },
    { provide: SyntheticVoice, useFactory: () => makeVoice(settings) },
  ];
}

/** What knows no HR word: database, events, jobs, keys, sessions, HTTP. */
@Global()
@Module({})
export class PlatformModule {
  static with(options: PlatformOptions): DynamicModule {
    const { runtime, clock, entities } = options;
    const place = { dataDir: runtime.dataDir, url: runtime.settings.data.DATABASE_URL };
    return {
      module: PlatformModule,
      imports: [
        DiscoveryModule,
        ScheduleModule.forRoot(),
        TypeOrmModule.forRootAsync({
          useFactory: () => ({ type: 'better-sqlite3', database: '' }),
          dataSourceFactory: async () => migrated(makeDataSource(place, entities)),
        }),
      ],
      controllers: [StreamController],
      providers: [
        { provide: Runtime, useValue: runtime },
        { provide: Clock, useValue: clock },
        ...enginesOf(runtime),
        ...shared,
        JobRegistry,
        Housekeeping,
        ForgetErased,
        { provide: JobEngine, useClass: EmbeddedEngine },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_FILTER, useClass: ErrorFilter },
      ],
      exports: [
        Runtime,
        Clock,
        Speech,
        Llm,
        SyntheticVoice,
        JobEngine,
        JobRegistry,
        TypeOrmModule,
        ...shared,
      ],
    };
  }
}

/** Opens the database and brings its tables to the newest state. */
async function migrated(dataSource: DataSource): Promise<DataSource> {
  await openDatabase(dataSource);
  await dataSource.runMigrations({ transaction: 'each' });
  return dataSource;
}
