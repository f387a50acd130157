import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { FileStore } from '@tus/file-store';
import { Server } from '@tus/server';
import Fastify, { type FastifyInstance } from 'fastify';
import libsql from 'libsql';
import { createPool, type RowDataPacket } from 'mysql2/promise';
import { answer } from './child.js';

interface CompanyRow {
  id: string;
  name: string;
  keepDays: number;
  browserRecognitionSince: number | null;
  example: number;
}

const oneRow =
  'SELECT id, name, keepDays, browserRecognitionSince, example FROM company WHERE id = ?';

/** The driver's row without what it adds of its own. */
function bodyOf(row: CompanyRow | undefined) {
  if (!row) {
    return null;
  }
  const { id, name, keepDays } = row;
  const browserRecognition = row.browserRecognitionSince !== null;
  return { id, name, keepDays, browserRecognition, example: Boolean(row.example) };
}

async function listen(fastify: FastifyInstance): Promise<number> {
  await fastify.listen({ port: 0, host: '127.0.0.1' });
  return (fastify.server.address() as AddressInfo).port;
}

/** Bare Fastify that answers `body` at `path`. */
async function same(input: { path: string; body: unknown }): Promise<number> {
  const fastify = Fastify();
  fastify.get(input.path, () => input.body);
  return listen(fastify);
}

/** Bare Fastify that answers the company's row, read by the raw driver. */
async function row(input: {
  path: string;
  companyId: string;
  file: string;
  url: string | null;
}): Promise<number> {
  const fastify = Fastify();
  if (input.url === null) {
    const statement = new libsql(input.file).prepare(oneRow);
    fastify.get(input.path, () => bodyOf(statement.get(input.companyId) as CompanyRow | undefined));
  } else {
    const pool = createPool({ uri: input.url, connectionLimit: 16 });
    fastify.get(input.path, async () => {
      const [rows] = await pool.execute<(CompanyRow & RowDataPacket)[]>(oneRow, [input.companyId]);
      return bodyOf(rows[0]);
    });
  }
  return listen(fastify);
}

/** Bare Fastify that answers a page of a company's newest applications, as the raw driver reads their rows. */
async function page(input: {
  path: string;
  companyId: string;
  file: string;
  url: string | null;
  atMost: number;
}): Promise<number> {
  const fastify = Fastify();
  const sql = `SELECT id, positionId, personId, source, stage, stageAt, total, standardError,
    requirement, verdict, createdAt FROM application WHERE companyId = ?
    ORDER BY stageAt DESC, id DESC LIMIT ${input.atMost}`;
  if (input.url === null) {
    const statement = new libsql(input.file).prepare(sql);
    fastify.get(input.path, () => ({ applications: statement.all(input.companyId) }));
  } else {
    const pool = createPool({ uri: input.url, connectionLimit: 16 });
    fastify.get(input.path, async () => {
      const [applications] = await pool.execute<RowDataPacket[]>(sql, [input.companyId]);
      return { applications };
    });
  }
  return listen(fastify);
}

/** The stock tus server on its stock store of files. */
function tus(input: { directory: string; path: string }): Promise<number> {
  const datastore = new FileStore({ directory: input.directory });
  const handler = new Server({ path: input.path, datastore });
  const server = createServer((request, response) => void handler.handle(request, response));
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

const commands = { same, row, page, tus };
export type PeerCommands = typeof commands;

answer(commands);
