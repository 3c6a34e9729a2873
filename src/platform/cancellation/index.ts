export { Cancellation, type CancellationSignal, onAbort } from './cancellation';
