export { delays, startMailer, type MailerContext } from './mailer.ts';
export { queueMail, type Mail } from './queue.ts';
export { describeFailure, openTransport, type Letter, type MailSettings, type Transport } from './transport.ts';
export { startReceiver, type Inbox } from './receiver.ts';
export type { ReceivedLetter } from './received.ts';
