/** No camera on this surface. */
export function CameraView() {
  return null;
}
