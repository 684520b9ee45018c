/** Text as text: markup in it is shown, never followed. */
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { SkeletonLines } from '../../../shared/components/Answer.tsx'
import { useFormats } from '../../../shared/format/useFormats.ts'
import { useT } from '../../../shared/i18n/i18n.ts'
import { decodeText } from './decodeText.ts'
import classes from './Viewer.module.css'

/** More than anybody reads on a screen, little enough to stay quick. */
const MOST_BYTES = 2_000_000

interface TextViewProps {
  readonly url: string
  readonly name: string
  readonly size: number
  readonly onError: () => void
}

async function read(url: string): Promise<string> {
  const response = await fetch(url, { headers: { Range: `bytes=0-${MOST_BYTES - 1}` } })
  if (!response.ok) throw new Error('not read')
  return decodeText(new Uint8Array(await response.arrayBuffer()))
}

export function TextView({ url, name, size, onError }: TextViewProps) {
  const t = useT()
  const formats = useFormats()
  const { data, isError } = useQuery({
    queryKey: ['evidence.text', url],
    queryFn: () => read(url),
    gcTime: 0,
  })
  useEffect(() => {
    if (isError) onError()
  }, [isError, onError])
  if (data === undefined) return <SkeletonLines />
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long text is scrolled with the keys */}
      <section className={classes.text} tabIndex={0} aria-label={name}>
        <pre>{data}</pre>
      </section>
      {size > MOST_BYTES && (
        <div className={classes.tools}>
          <span className={classes.hint}>
            {t('viewer.textTooLong', { size: formats.bytes(MOST_BYTES) })}
          </span>
        </div>
      )}
    </>
  )
}
