// Work side by side: each lane does one piece after the other, and lends a hand when its own are done.

/** The first piece of a lane that may begin; at the end the last one of the lane that it helps. */
function takeFrom({ tasks, helps }, ended) {
  const ready = ({ after = [] }) => after.every((name) => ended.has(name));
  const own = tasks.findIndex(ready);
  if (own !== -1) return tasks.splice(own, 1)[0];
  if (tasks.length > 0 || !helps) return undefined;
  const others = helps.tasks.findLastIndex(ready);
  return others === -1 ? undefined : helps.tasks.splice(others, 1)[0];
}

/**
 * Does everything in `lanes`, a lane being { tasks, helps }: `tasks` in their order, `helps` the lane from whose end it
 * takes when it has none left. A task is { name, after, work }: it begins when those named in `after` have ended, well
 * or badly.
 * @throws what `work` throws, and Error when something waits for what never comes
 */
export async function inLanes(lanes) {
  const ended = new Set();
  let alive = lanes.length;
  let waiting = 0;
  let wake = () => {};
  let changed = new Promise((done) => (wake = done));
  const tell = () => {
    waiting = 0;
    wake();
    changed = new Promise((done) => (wake = done));
  };
  const left = ({ tasks, helps }) => tasks.length + (helps?.tasks.length ?? 0) > 0;
  const run = async (lane) => {
    while (left(lane)) {
      const task = takeFrom(lane, ended);
      if (task) {
        await task.work();
        ended.add(task.name);
        tell();
      } else {
        waiting += 1;
        if (waiting === alive) {
          throw new Error(`nothing ends that is waited for: ${lane.tasks.map(({ name }) => name)}`);
        }
        await changed;
      }
    }
    alive -= 1;
    tell();
  };
  await Promise.all(lanes.map(run));
}
