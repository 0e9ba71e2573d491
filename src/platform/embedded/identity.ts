import { chmodSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import path from 'node:path';
import { StartRefusal } from '~/platform/refusal.ts';
import { refusals } from './refusals.ts';

/** Who runs the database server. PostgreSQL refuses root, so root lends it to another account. */
export interface Identity {
  uid: number;
  gid: number;
  /** True when this process is root and acts for that account. */
  lent: boolean;
}

const nobody = 65534;

/** What root keeps for the account it lends the server to. */
const sharedFolder = '/var/lib/jumelles';

export function openSharedFolder(): string {
  mkdirSync(sharedFolder, { recursive: true });
  // whatever the umask of root says
  chmodSync(sharedFolder, 0o755);
  return sharedFolder;
}

export function chooseIdentity(cluster: string): Identity {
  const uid = process.getuid?.() ?? 0;
  const gid = process.getgid?.() ?? 0;
  const found = existsSync(cluster) ? statSync(cluster) : undefined;
  if (process.platform === 'win32') return { uid, gid, lent: false };
  if (uid === 0) {
    // A folder that a person made before root did stays theirs.
    return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid, lent: true } : { uid: nobody, gid: nobody, lent: true };
  }
  try {
    userInfo();
  } catch {
    throw new StartRefusal(refusals.nameless(uid));
  }
  if (found && found.uid !== uid) throw new StartRefusal(refusals.owner(cluster, found.uid));
  return { uid, gid, lent: false };
}

/** Whether that account may walk down to a folder (its own bits are not looked at). */
export function canReach(who: Identity, folder: string): boolean {
  if (!who.lent) return true;
  for (let at = path.dirname(folder); ; at = path.dirname(at)) {
    if (!canEnter(who, at)) return false;
    if (at === path.dirname(at)) return true;
  }
}

export function canEnter(who: Identity, folder: string): boolean {
  const { mode, uid, gid } = statSync(folder);
  if (uid === who.uid) return (mode & 0o100) !== 0;
  return (mode & (gid === who.gid ? 0o010 : 0o001)) !== 0;
}

/** What to give `spawn` so that the child is that account. */
export function asIdentity(who: Identity): { uid?: number; gid?: number } {
  return who.lent ? { uid: who.uid, gid: who.gid } : {};
}
