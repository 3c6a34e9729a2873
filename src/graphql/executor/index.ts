export { createExecutor, type Execution, type Executor } from './create-executor';
export { createExecutorPlugin } from './executor.plugin';
