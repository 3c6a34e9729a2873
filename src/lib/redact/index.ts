export { redactEmails, redactEmailsInJson } from './redact-emails';
