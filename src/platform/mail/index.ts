export { delays, startMailer, type MailerContext } from './mailer.ts';
export { queueMail, type Mail } from './queue.ts';
export { describeFailure, openTransport, type Letter, type MailSettings, type Transport } from './transport.ts';
