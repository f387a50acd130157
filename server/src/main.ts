import 'reflect-metadata';
import { settingsOfProcess } from '@zhiyu/config/settings';
import { SettingsError } from '@zhiyu/config/area';
import { start } from './start.js';

async function run(): Promise<void> {
  try {
    await start(settingsOfProcess(), process.argv.slice(2));
  } catch (error) {
    if (error instanceof SettingsError) {
      process.stderr.write(`设置有误 Settings refused:\n${error.message}\n`);
    } else {
      process.stderr.write(
        `知遇 could not start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
      );
    }
    process.exitCode = 1;
  }
}

void run();
