import { useCallback, useEffect, useRef, useState } from 'react';
import { MediaError, openDevices, type Devices, type MediaTrouble } from '../../platform/recorder';

export interface DeviceState {
  devices: Devices | null;
  /** Why there is no picture; the sound may still work. */
  cameraTrouble: MediaTrouble | null;
  microphoneTrouble: MediaTrouble | null;
  asking: boolean;
}

const start: DeviceState = {
  devices: null,
  cameraTrouble: null,
  microphoneTrouble: null,
  asking: false,
};

const troubleOf = (error: unknown): MediaTrouble =>
  error instanceof MediaError ? error.trouble : 'unsupported';

/** Camera with microphone, else the microphone alone, else why not. */
async function look(camera: boolean): Promise<DeviceState> {
  let cameraTrouble: MediaTrouble | null = null;
  if (camera) {
    try {
      return { ...start, devices: await openDevices({ camera: true }) };
    } catch (error) {
      cameraTrouble = troubleOf(error);
    }
  }
  try {
    return { ...start, devices: await openDevices({ camera: false }), cameraTrouble };
  } catch (error) {
    return { ...start, cameraTrouble, microphoneTrouble: troubleOf(error) };
  }
}

/** Holds camera and microphone open from the check to the last answer; lets go when the page goes. */
export function useDevices() {
  const [state, setState] = useState(start);
  const current = useRef<Devices | null>(null);
  const open = useCallback(async (camera: boolean): Promise<DeviceState> => {
    current.current?.close();
    current.current = null;
    setState((before) => ({ ...before, devices: null, asking: true }));
    const found = await look(camera);
    current.current = found.devices;
    setState(found);
    return found;
  }, []);
  const close = useCallback(() => {
    current.current?.close();
    current.current = null;
    setState(start);
  }, []);
  useEffect(() => () => current.current?.close(), []);
  return { ...state, open, close };
}

export type DeviceHandle = ReturnType<typeof useDevices>;
