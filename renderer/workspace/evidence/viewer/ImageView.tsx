/** A picture, zoomed and turned in the view only. */
import { Maximize, RotateCw, ZoomIn, ZoomOut } from 'lucide-react'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useT } from '../../../shared/i18n/i18n.ts'
import { BarButton } from './BarButton.tsx'
import classes from './Viewer.module.css'

const STEP = 1.25
const SMALLEST = 0.05
const LARGEST = 8

interface ImageViewProps {
  readonly url: string
  readonly name: string
  readonly onError: () => void
}

/** `zoom` undefined fits the window. */
export function ImageView({ url, name, onError }: ImageViewProps) {
  const t = useT()
  const stage = useRef<HTMLElement>(null)
  const [size, setSize] = useState<{ readonly width: number; readonly height: number }>()
  const [room, setRoom] = useState({ width: 1, height: 1 })
  const [zoom, setZoom] = useState<number>()
  const [turns, setTurns] = useState(0)

  useEffect(() => {
    const element = stage.current
    if (!element) return
    const measure = () => setRoom({ width: element.clientWidth, height: element.clientHeight })
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])

  const sideways = turns % 2 === 1
  const shown = size && (sideways ? { width: size.height, height: size.width } : size)
  const fitting = shown
    ? Math.min(1, (room.width - 32) / shown.width, (room.height - 32) / shown.height)
    : 1
  const scale = zoom ?? fitting
  const zoomBy = useCallback(
    (factor: number) =>
      setZoom((current) => Math.min(LARGEST, Math.max(SMALLEST, (current ?? fitting) * factor))),
    [fitting],
  )

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      if (event.key === '+' || event.key === '=') zoomBy(STEP)
      else if (event.key === '-') zoomBy(1 / STEP)
      else if (event.key === '0') setZoom(undefined)
      else if (event.code === 'KeyR') setTurns((turn) => (turn + 1) % 4)
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [zoomBy])

  return (
    <>
      <section
        ref={stage}
        className={classes.picture}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a picture larger than the window is scrolled with the keys
        tabIndex={0}
        aria-label={name}
      >
        <div
          className={classes.sheet}
          style={shown && { width: shown.width * scale, height: shown.height * scale }}
        >
          <img
            src={url}
            alt={name}
            draggable={false}
            className={classes.image}
            data-ready={size !== undefined || undefined}
            style={
              size && {
                width: size.width * scale,
                height: size.height * scale,
                transform: `translate(-50%, -50%) rotate(${turns * 90}deg)`,
              }
            }
            onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
              setSize({ width: naturalWidth, height: naturalHeight })
            }
            onError={onError}
          />
        </div>
      </section>
      <div className={classes.tools}>
        <BarButton label={t('viewer.zoomOut')} onClick={() => zoomBy(1 / STEP)}>
          <ZoomOut size={18} aria-hidden />
        </BarButton>
        <span className={classes.percent} aria-live="polite">
          {Math.round(scale * 100)} %
        </span>
        <BarButton label={t('viewer.zoomIn')} onClick={() => zoomBy(STEP)}>
          <ZoomIn size={18} aria-hidden />
        </BarButton>
        <BarButton label={t('viewer.fit')} onClick={() => setZoom(undefined)}>
          <Maximize size={18} aria-hidden />
        </BarButton>
        <BarButton label={t('viewer.actual')} onClick={() => setZoom(1)}>
          <span aria-hidden>1:1</span>
        </BarButton>
        <BarButton label={t('viewer.rotate')} onClick={() => setTurns((turns + 1) % 4)}>
          <RotateCw size={18} aria-hidden />
        </BarButton>
        <span className={classes.hint}>{t('viewer.unchanged')}</span>
        <span className={classes.hint}>{t('viewer.keys')}</span>
      </div>
    </>
  )
}
