import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';
import type { WorkContext } from '~/platform/jobs/context.ts';
import { parseLetter, type ReceivedLetter } from './received.ts';

/** Addresses that a module wrote in mails: `<name>+<token>@domain`. */
export interface Inbox {
  name: string;
  /** A recipient that nobody knows is refused before the mail is read. */
  knows(token: string, context: WorkContext): Promise<boolean>;
  /** Null: it is committed, and only then is the sender told so. A sentence: refused for good, for the sender to read. */
  take(token: string, letter: ReceivedLetter, context: WorkContext): Promise<string | null>;
}

/** With attachments, as they travel: a third more than they weigh. */
const maxLetterBytes = 28 * 1024 * 1024;

export interface ReceiverOptions {
  domain: string;
  port: number;
  host: string | undefined;
  inboxes: readonly Inbox[];
  context: WorkContext;
  maxBytes?: number;
}

/**
 * A mail server for these addresses and no other: it relays nothing and has no password. It stands behind the house's own
 * server, which has encryption and filters; without HOST it listens to this machine only.
 */
export async function startReceiver({ domain, port, host = '127.0.0.1', inboxes, context, maxBytes = maxLetterBytes }: ReceiverOptions): Promise<{ port: number; stop(): Promise<void> }> {
  const find = (address: string) => {
    const [, name, token] = /^([a-z]+)\+([a-z0-9-]{1,60})@/.exec(address.toLowerCase()) ?? [];
    const inbox = address.toLowerCase().endsWith(`@${domain}`) ? inboxes.find((one) => one.name === name) : undefined;
    return inbox && { inbox, token: token! };
  };
  const server = new SMTPServer({
    name: domain, banner: 'Jumelles', size: maxBytes, maxClients: 20, socketTimeout: 60_000, closeTimeout: 5_000, disabledCommands: ['AUTH', 'STARTTLS'], authOptional: true, disableReverseLookup: true, logger: false,
    onRcptTo({ address }, session, done) {
      // One answer, one thread: a mail to two of these addresses would be written twice.
      if (session.envelope.rcptTo.length > 0) return done(refusal(452, 'One recipient at a time'));
      void answer(async () => {
        const found = find(address);
        return found && (await found.inbox.knows(found.token, context)) ? null : 'No such address';
      }, done);
    },
    onData(stream, { envelope }, done) {
      void answer(async () => {
        const raw = await readAll(stream, maxBytes);
        if (!raw) return 'Message too big';
        const letter = await parseLetter(raw, envelope.mailFrom ? envelope.mailFrom.address : '');
        if (letter.automatic) return null;
        const { inbox, token } = find(envelope.rcptTo[0]!.address)!;
        return inbox.take(token, letter, context);
      }, done);
    },
  });
  /** What fails is asked again later by the sender's server. */
  async function answer(work: () => Promise<string | null>, done: (error?: Error | null) => void): Promise<void> {
    try {
      const refused = await work();
      done(refused === null ? null : refusal(refused === 'Message too big' ? 552 : 550, refused));
    } catch (error) {
      context.log.error({ err: error }, 'reply');
      done(refusal(451, 'Try again later'));
    }
  }
  server.on('error', (error) => context.log.warn({ err: error }, 'reply'));
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return { port: (server.server.address() as AddressInfo).port, stop: () => new Promise((resolve) => server.close(resolve)) };
}

/** SMTP answers are ASCII. */
function refusal(responseCode: number, sentence: string): Error {
  const text = sentence.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replaceAll('’', "'").replace(/[^\x20-\x7e]+/g, ' ').replace(/ {2,}/g, ' ');
  return Object.assign(new Error(text), { responseCode });
}

/** Null when it is too big: the rest is let go by without being kept. */
async function readAll(stream: SMTPServerDataStream, maxBytes: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of stream as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes <= maxBytes) parts.push(part);
    else parts.length = 0;
  }
  return bytes > maxBytes ? null : new Uint8Array(Buffer.concat(parts));
}
