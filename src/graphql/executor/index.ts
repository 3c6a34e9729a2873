export { createExecutor, type Execution, type Executor } from './create-executor';
export { createExecutorGateway } from './executor.gateway';
