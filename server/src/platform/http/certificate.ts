import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const years = 2;

/** The certificate of this installation for its address on the LAN, made at first start: a phone's camera needs https. */
export async function lanCertificate(
  dataDir: string,
  address: string,
): Promise<{ key: string; cert: string }> {
  const folder = join(dataDir, 'keys');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const keyFile = join(folder, `lan-${address}.key`);
  const certFile = join(folder, `lan-${address}.crt`);
  if (!existsSync(keyFile) || !existsSync(certFile)) {
    const notAfterDate = new Date(Date.now() + years * 365 * 86_400_000);
    // Its packages take a third of a second to load, and only --lan asks for them.
    const { generate } = await import('selfsigned');
    const made = await generate([{ name: 'commonName', value: address }], {
      keySize: 2048,
      notAfterDate,
      extensions: [
        { name: 'basicConstraints', cA: false },
        {
          name: 'subjectAltName',
          altNames: [
            { type: 7, ip: address },
            { type: 2, value: 'localhost' },
          ],
        },
      ],
    });
    writeFileSync(keyFile, made.private, { mode: 0o600 });
    writeFileSync(certFile, made.cert);
    chmodSync(keyFile, 0o600);
  }
  return { key: readFileSync(keyFile, 'utf8'), cert: readFileSync(certFile, 'utf8') };
}
