export { maxEmailBytes, readEmailAddress, toComparableEmail } from './email-address';
