export { createExecutor, type Execution, type Executor } from './create-executor';
export { isCompilable } from './is-compilable';
export { createExecutorPlugin } from './executor.plugin';
