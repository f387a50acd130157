// Names each step with its seconds.
const started = Date.now();

/** Seconds since a moment, with one decimal. */
export function secondsSince(moment) {
  return ((Date.now() - moment) / 1000).toFixed(1);
}

/** Seconds since the script began. */
export function secondsSoFar() {
  return secondsSince(started);
}

/**
 * Runs one named step and prints its seconds; on a terminal the seconds count while it runs.
 * `work` gives back a word for the line's end (such as "unchanged"), or nothing.
 */
export async function step(name, work, stream = process.stdout) {
  const from = Date.now();
  const live = stream.isTTY
    ? setInterval(() => stream.write(`\r  … ${name} ${secondsSince(from)} s`), 200)
    : null;
  const end = (mark, note) => {
    clearInterval(live);
    const back = stream.isTTY ? '\r\u001b[K' : '';
    stream.write(`${back}  ${mark} ${name} ${secondsSince(from)} s${note}\n`);
  };
  try {
    const note = await work();
    end('✓', note ? ` (${note})` : '');
  } catch (error) {
    end('✗', '');
    throw error;
  }
}
