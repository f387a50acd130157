import { useEffect, useState } from 'react';

/** The value after it stood still for so long (ms): a hand that types or slides asks nobody at every step. */
export function useSettled<T>(value: T, pause: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pause);
    return () => clearTimeout(timer);
  }, [value, pause]);
  return settled;
}
