import { type TaskInput, type TaskName, type TaskResult, tasks } from './tasks.js';

/** What the pool calls in its thread; nothing imports it. @public */
export default function run<N extends TaskName>(order: {
  name: N;
  input: TaskInput<N>;
}): TaskResult<N> {
  const task = tasks[order.name] as (input: TaskInput<N>) => TaskResult<N>;
  return task(order.input);
}
