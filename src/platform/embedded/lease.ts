import pg from 'pg';
import { setTimeout as wait } from 'node:timers/promises';
import { StartRefusal } from '~/platform/refusal.ts';
import type { Address } from './address.ts';
import { superuser, type Cluster } from './cluster.ts';
import type { Engine } from './engine.ts';
import type { Identity } from './identity.ts';
import { explainFailure, refusals } from './refusals.ts';
import { findRunning, spawnServer } from './server.ts';

export interface Place {
  engine: Engine;
  who: Identity;
  cluster: Cluster;
  dataDir: string;
  durable: boolean;
  /** Where it listened until now: the pools of this process know that address. */
  before?: Address;
}

/** A session that says "we use this server", for as long as this process lives. */
export interface Lease {
  client: pg.Client;
  address: Address;
}

// Shared while a process uses the server, exclusive for the one that stops it. It goes with the session, even after kill -9.
const leaseLock = 7_583_001;
const patienceMs = 30_000;

/** Adopts the server of this folder or starts it; returns once it answers. */
export async function takeLease(place: Place): Promise<Lease> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const running = await findRunning(place.cluster);
    const lease = running ? await tryLease(place.cluster, running.address) : await startAndLease(place, deadline);
    if (lease === 'starting') await wait(40);
    else if (lease) return lease;
    else if (Date.now() > deadline) throw new StartRefusal(refusals.locked(place.cluster.folder));
    else await wait(40);
  }
}

async function startAndLease(place: Place, deadline: number): Promise<Lease | 'starting' | undefined> {
  const { engine, who, cluster, dataDir } = place;
  const { address, ended } = await spawnServer(engine, who, cluster, dataDir, place);
  let output: string | undefined;
  void ended.then((said) => (output = said));
  for (;;) {
    const lease = await tryLease(cluster, address);
    if (lease && lease !== 'starting') return lease;
    if (output !== undefined) break;
    await wait(25);
  }
  // Another process won the start, the sessions of a killed server are still ending, or the last user of the
  // socket folder removed it just now: look again.
  const busy = /lock file "\S+" already exists|pre-existing shared memory block|could not create lock file "[^"]+\.s\.PGSQL/.test(output);
  if (busy && Date.now() < deadline) return undefined;
  throw explainFailure(output, { folder: cluster.folder, uid: who.uid, port: address.port, journal: cluster.journal });
}

async function tryLease(cluster: Cluster, address: Address): Promise<Lease | 'starting' | undefined> {
  const client = new pg.Client({ ...accountFor(cluster, address), database: 'postgres', application_name: 'jumelles-lease' });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('select pg_advisory_lock_shared($1)', [leaseLock]);
    return { client, address };
  } catch (error) {
    await client.end().catch(() => {});
    // 57P03: it recovers what a kill left, which may take as long as it takes
    return (error as pg.DatabaseError).code === '57P03' ? 'starting' : undefined;
  }
}

export function accountFor(cluster: Cluster, address: Address) {
  return { host: address.host, port: address.port, user: superuser, ...(address.socket ? {} : { password: cluster.password }) };
}

/** Gives the lease back. True when nobody else uses the server; newcomers then wait until it is gone. */
export async function returnLease({ client }: Lease): Promise<boolean> {
  await client.query('select pg_advisory_unlock_shared($1)', [leaseLock]);
  const { rows } = await client.query<{ last: boolean }>('select pg_try_advisory_lock($1) as last', [leaseLock]);
  if (!rows[0]!.last) await client.end();
  return rows[0]!.last;
}
