export { type Clock, monotonicNowMs, systemClock } from './clock';
