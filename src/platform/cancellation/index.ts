export { Cancellation, type CancellationSignal } from './cancellation';
