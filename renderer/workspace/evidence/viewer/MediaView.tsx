/** A recording, read by ranges as it plays: nothing of it is on the disk in the clear. */
import classes from './Viewer.module.css'

interface MediaViewProps {
  readonly kind: 'audio' | 'video'
  readonly url: string
  readonly name: string
  readonly onError: () => void
}

export function MediaView({ kind, url, name, onError }: MediaViewProps) {
  const shared = {
    src: url,
    controls: true,
    controlsList: 'nodownload noremoteplayback',
    disableRemotePlayback: true,
    preload: 'metadata',
    'aria-label': name,
    onError,
  } as const
  return (
    <div className={classes.media}>
      {kind === 'video' ? (
        <video {...shared} disablePictureInPicture className={classes.video} />
      ) : (
        <audio {...shared} className={classes.audio} />
      )}
    </div>
  )
}
