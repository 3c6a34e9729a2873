export { redactEmails } from './redact-emails';
