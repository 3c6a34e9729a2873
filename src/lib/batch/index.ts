export { groupByKey, matchByKey } from './match-keys';
