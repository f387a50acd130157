import { Camera } from '@tarojs/components';

/** The own picture while the camera records: the camera of a mini-program is a part of the page. */
export function CameraView() {
  return <Camera className="pocket-camera" mode="normal" devicePosition="front" flash="off" />;
}
