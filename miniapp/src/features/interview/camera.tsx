import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

/** The own picture, mirrored as in a mirror; the recording is not. */
export function Camera({ stream, className = '' }: { stream: MediaStream; className?: string }) {
  const { t } = useTranslation('candidate');
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const element = video.current;
    if (element && element.srcObject !== stream) {
      element.srcObject = stream;
      void element.play().catch(() => undefined);
    }
  }, [stream]);
  return (
    <video
      ref={video}
      className={`interview-camera ${className}`}
      aria-label={t('ownPicture')}
      autoPlay
      muted
      playsInline
    />
  );
}
