/** What a damaged part is called: a file by its name and the record it belongs to, the rest by what it is. */
import { Link } from '@tanstack/react-router'
import { useFormats } from '../../shared/format/useFormats.ts'
import { useT } from '../../shared/i18n/i18n.ts'
import classes from './Backups.module.css'
import type { Damage } from './damage.ts'
import type { NamedFile } from './useFileNames.ts'

export function PartName({ part, file }: { part: Damage; file: NamedFile | undefined }) {
  const t = useT()
  const formats = useFormats()
  // One number, or the first and the last of several in a row.
  const number = /^\d+(?:-\d+)?$/.test(part.id)
    ? part.id.split('-').map(Number).map(formats.number).join('–')
    : undefined
  switch (part.what) {
    case 'header':
      return t('backup.part.header')
    case 'entry':
      return number === undefined ? t('backup.part.head') : t('backup.part.entry', { id: number })
    case 'keys':
      return number === undefined ? t('backup.part.keys') : t('backup.part.keysOf', { id: number })
    case 'record':
      return (
        <>
          {t('backup.part.record')} <ShortId id={part.id} />
        </>
      )
    case 'snapshot':
      return (
        <>
          {t('backup.part.snapshot')} <ShortId id={part.id} />
        </>
      )
    case 'object':
      return file ? (
        <span className={classes.part}>
          {/* Isolated: a name with direction marks could otherwise turn its ending round. */}
          <bdi className={classes.strong}>{file.name}</bdi>
          <Link to="/evidence/$id" params={{ id: file.record }} className={classes.link ?? ''}>
            {file.title || t('evidence.untitled')}
          </Link>
        </span>
      ) : (
        <>
          {t('backup.part.object')} <ShortId id={part.id} />
        </>
      )
  }
}

/** Enough to tell one from another; whole when pointed at. */
function ShortId({ id }: { id: string }) {
  return (
    <code className="mono" title={id}>
      {id.length > 16 ? `${id.slice(0, 12)}…` : id}
    </code>
  )
}
