import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { page } from './page.js';
import { startSmtp, type TakenMail, wordsOf } from './smtp.js';

/** A letter as its reader sees it in a list and opens it. */
function letterOf(mail: TakenMail, at: number) {
  const of = (type: string) => mail.parts.find((part) => part.type === type)?.text ?? '';
  const named = mail.parts.map((part, place) => ({ ...part, place }));
  const address = (place: number) => `/letters/${at}/${place}`;
  // What the HTML calls by its name is read from here, as a mail reader does.
  const html = named.reduce(
    (text, { contentId, place }) =>
      contentId === '' ? text : text.replaceAll(`cid:${contentId}`, address(place)),
    of('text/html'),
  );
  return {
    at,
    to: mail.to,
    from: wordsOf(mail.headers.get('from') ?? ''),
    subject: wordsOf(mail.headers.get('subject') ?? ''),
    ...{ html, text: of('text/plain') },
    files: named
      .filter(({ fileName, contentId }) => fileName !== '' && contentId === '')
      .map(({ fileName, place }) => ({ name: fileName, url: address(place) })),
  };
}

function send(response: ServerResponse, type: string, body: string | Buffer): void {
  response.writeHead(200, { 'content-type': type }).end(body);
}

/**
 * A mail server on loopback with the post boxes of everybody it ever took a letter for, as a page to read them.
 * @param port of the page; 0 = any free one
 */
export async function startMailEmulator(port: number) {
  const smtp = await startSmtp();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const [, at, place] = /^\/letters\/(\d+)\/(\d+)$/.exec(pathname) ?? [];
    const part = smtp.mails[Number(at)]?.parts[Number(place)];
    if (part) {
      send(response, part.type, part.bytes);
    } else if (pathname === '/_control/state') {
      send(response, 'application/json', JSON.stringify({ letters: smtp.mails.map(letterOf) }));
    } else {
      send(response, 'text/html;charset=utf-8', page);
    }
  });
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    smtpPort: smtp.port,
    stop: async () => {
      await smtp.stop();
      server.closeAllConnections();
      await new Promise<void>((done) => server.close(() => done()));
    },
  };
}
