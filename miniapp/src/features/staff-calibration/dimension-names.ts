import { createContext, useContext } from 'react';

/** Names of a report's dimensions by code; the code where nobody named it. */
export const DimensionNames = createContext<ReadonlyMap<string, string>>(new Map());

export function useDimensionNames(): (code: string) => string {
  const names = useContext(DimensionNames);
  return (code) => names.get(code) ?? code;
}
