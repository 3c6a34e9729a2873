export { type Clock, monotonicNowMs, systemClock } from './clock';
export { correctClock } from './corrected-clock';
export { type StartTimer, startTimer } from './timer';
