import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createTransport } from 'nodemailer';
import type { Settings } from '~/platform/settings.ts';

export interface Letter {
  id: string;
  /** The name of the instance, as it is when the mail leaves. */
  from: string;
  recipient: string;
  subject: string;
  text: string;
  html: string | null;
  headers: Record<string, string>;
}

export interface Transport {
  send(letter: Letter): Promise<void>;
  close(): void;
}

export type MailSettings = Pick<Settings, 'smtpUrl' | 'mailFrom' | 'instanceName' | 'dataDir'>;

/** A server's connections are kept between mails; without a server each mail is a file. */
export function openTransport(settings: MailSettings): Transport {
  const compose = (letter: Letter) => ({
    from: { name: letter.from, address: settings.mailFrom },
    // an object: nothing in an address can be read as a second one
    to: { name: '', address: letter.recipient },
    // the same at each attempt, so that a mail sent twice is shown once
    messageId: `<${letter.id}@${settings.mailFrom.split('@')[1]}>`,
    subject: letter.subject,
    text: letter.text,
    ...(letter.html === null ? {} : { html: letter.html }),
    headers: { 'Auto-Submitted': 'auto-generated', ...letter.headers },
    disableUrlAccess: true,
    disableFileAccess: true,
  });
  if (!settings.smtpUrl) return openFolder(path.join(settings.dataDir, 'mails'), compose);
  const pool = createTransport({ url: settings.smtpUrl, pool: true, maxConnections: 1, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 60_000 });
  return {
    async send(letter) {
      if (isReserved(letter.recipient)) throw Object.assign(new Error('reserved'), { code: 'reserved' });
      await pool.sendMail(compose(letter));
    },
    close: () => pool.close(),
  };
}

function openFolder(folder: string, compose: (letter: Letter) => object): Transport {
  const composer = createTransport({ streamTransport: true, buffer: true });
  return {
    async send(letter) {
      const { message } = await composer.sendMail(compose(letter));
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const file = path.join(folder, `${letter.id}.eml`);
      // whole or not at all: a reader never sees half a mail
      await writeFile(`${file}.tmp`, message as Buffer, { mode: 0o600 });
      await rename(`${file}.tmp`, file);
    },
    close() {},
  };
}

/** Names under which nobody has a box (RFC 6761): the characters of the demonstration. */
const isReserved = (address: string) => address.toLowerCase().endsWith('.invalid');

/** Why a mail did not leave: codes only, since servers repeat the recipient in their sentences. */
export function describeFailure(error: unknown): { reason: string; forGood: boolean } {
  const { code, responseCode, command } = error as { code?: string; responseCode?: number; command?: string };
  const reason = [code, responseCode, command].filter((part) => part !== undefined).map((part) => String(part).slice(0, 20)).join(' ') || 'unknown';
  // The server refuses this recipient or this message; a refused password (EAUTH) is ours to repair.
  const forGood = code === 'reserved' || ((code === 'EENVELOPE' || code === 'EMESSAGE') && responseCode !== undefined && responseCode >= 500 && responseCode !== 530);
  return { reason, forGood };
}
