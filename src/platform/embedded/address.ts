import { createHash } from 'node:crypto';
import { chmodSync, chownSync, lstatSync, mkdirSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { canReach, openSharedFolder, type Identity } from './identity.ts';

/** Where the server listens: a private folder for its socket, or loopback with a password. */
export interface Address {
  host: string;
  port: number;
  socket: boolean;
}

const socketPort = 5432;
// sockaddr_un.sun_path holds 108 bytes on Linux and 104 on macOS, the last one is a zero
const longest = process.platform === 'darwin' ? 103 : 107;

/** The same data folder always gets the same address, so that a second process finds the server of the first. */
export function chooseSocket(who: Identity, dataDir: string): Address | undefined {
  if (process.platform === 'win32') return undefined;
  const mark = createHash('sha256').update(dataDir).digest('hex').slice(0, 12);
  const short = () => (who.lent ? path.join(openSharedFolder(), `socket-${mark}`) : path.join(tmpdir(), `jumelles-${who.uid}-${mark}`));
  for (const choose of [() => path.join(dataDir, 'socket'), short]) {
    const folder = choose();
    if (Buffer.byteLength(`${folder}/.s.PGSQL.${socketPort}`) > longest) continue;
    if (makePrivate(folder, who)) return { host: folder, port: socketPort, socket: true };
  }
  return undefined;
}

/** Trust on the socket rests on this folder: ours alone, and not a link someone else put there. */
function makePrivate(folder: string, who: Identity): boolean {
  try {
    if (!canReach(who, folder)) return false;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const found = lstatSync(folder);
    if (!found.isDirectory()) return false;
    if (who.lent && found.uid === 0) chownSync(folder, who.uid, who.gid);
    else if (found.uid !== who.uid) return false;
    chmodSync(folder, 0o700);
    return true;
  } catch {
    return false;
  }
}

/** A loopback port nobody listens on right now; the one before, if it is still free. */
export async function chooseLoopback(before?: Address): Promise<Address> {
  const port = (before && (await tryPort(before.port))) ?? (await tryPort(0))!;
  return { host: '127.0.0.1', port, socket: false };
}

async function tryPort(wanted: number): Promise<number | undefined> {
  const server = createServer();
  const port = await new Promise<number | undefined>((resolve) => {
    server.once('error', () => resolve(undefined));
    server.listen(wanted, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
  await new Promise((resolve) => server.close(resolve));
  return port;
}
