/** Waits for something that comes about by itself. @throws after `ms` milliseconds */
export async function until(holds: () => boolean | Promise<boolean>, ms = 10_000): Promise<void> {
  const end = Date.now() + ms;
  while (!(await holds())) {
    if (Date.now() > end) {
      throw new Error('it did not come about');
    }
    await new Promise((done) => setTimeout(done, 15));
  }
}
