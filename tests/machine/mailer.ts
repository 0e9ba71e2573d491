import { pino } from 'pino';
import { openDatabase, type Connection } from '~/platform/db/index.ts';
import { startMailer } from '~/platform/mail/index.ts';

// A node that sends mail until it is killed: node mailer.ts CONNECTION SMTP_URL
const [connection, smtpUrl] = process.argv.slice(2);
const db = openDatabase({ ...(JSON.parse(connection!) as Connection), max: 3 });
startMailer({ db, log: pino({ level: 'silent' }), settings: { smtpUrl, mailFrom: 'x@jumelles.example', instanceName: 'Jumelles', dataDir: '' }, everyMs: 200 });
console.log('sending');
