import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Stands where WeCom takes the messages of a group's robot. */
export interface RobotStand {
  url: string;
  /** What was said in the group. */
  said: Record<string, unknown>[];
  /** Answers this errcode from now on; 0 = takes the message. */
  answer(errcode: number): void;
  stop(): Promise<void>;
}

export async function startRobot(): Promise<RobotStand> {
  const said: Record<string, unknown>[] = [];
  let errcode = 0;
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      if (errcode === 0) {
        said.push(JSON.parse(Buffer.concat(parts).toString()) as Record<string, unknown>);
      }
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ errcode, errmsg: '' }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    said,
    answer: (code) => {
      errcode = code;
    },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}
