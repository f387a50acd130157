import { Column, PrimaryColumn, type ValueTransformer } from 'typeorm';

/** MariaDB hands back big integers as text; a moment fits a double exactly until the year 287396. */
const numberTransformer: ValueTransformer = {
  to: (value: unknown) => value,
  from: (value: unknown) => (value === null || value === undefined ? null : Number(value)),
};

interface Options {
  nullable?: boolean;
}

/** The primary key: a ULID. */
export const IdColumn = () => PrimaryColumn({ type: 'varchar', length: 26 });
/** The id of another row. */
export const RefColumn = (options: Options = {}) =>
  Column({ type: 'varchar', length: 26, nullable: options.nullable ?? false });
/** Up to 255 characters. */
export const ShortColumn = (length: number, options: Options = {}) =>
  Column({ type: 'varchar', length: length, nullable: options.nullable ?? false });
/** Text of any length, also for ciphertext. */
export const LongColumn = (options: Options = {}) =>
  Column({ type: 'mediumtext', nullable: options.nullable ?? false });
export const JsonColumn = (options: Options = {}) =>
  Column({ type: 'json', nullable: options.nullable ?? false });
/** Milliseconds since 1970, UTC, set by the application. */
export const MomentColumn = (options: Options = {}) =>
  Column({ type: 'bigint', nullable: options.nullable ?? false, transformer: numberTransformer });
export const IntColumn = (options: Options = {}) =>
  Column({ type: 'int', nullable: options.nullable ?? false });
export const DoubleColumn = (options: Options = {}) =>
  Column({ type: 'double', nullable: options.nullable ?? false });
export const FlagColumn = () => Column({ type: Boolean });
