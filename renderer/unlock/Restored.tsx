/** After a backup was restored from this view: its name, and every file that the backup no longer had whole. */
import { Button } from '@mantine/core'
import { useState } from 'react'
import { Note } from '../shared/components/Note.tsx'
import { useT } from '../shared/i18n/i18n.ts'
import classes from './Card.module.css'

interface RestoredProps {
  readonly name: string
  /** By the hash of their ciphertext: their names are inside the vault. */
  readonly damaged: readonly string[]
}

export function Restored({ name, damaged }: RestoredProps) {
  const t = useT()
  const [shown, setShown] = useState(false)
  if (damaged.length === 0) {
    return (
      <Note tone="good" role="status">
        <p>{t('unlock.restored', { name })}</p>
      </Note>
    )
  }
  return (
    <Note
      tone="caution"
      role="status"
      title={t('unlock.restoredDamaged', { count: damaged.length })}
    >
      <p>{t('unlock.restored', { name })}</p>
      <p>{t('unlock.restoredDamagedText')}</p>
      {shown ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls has to be reached by the keyboard
        <ul className={classes.hashes} tabIndex={0} aria-label={t('backup.damagedTable')}>
          {damaged.map((id) => (
            <li key={id}>
              <code className="mono">{id}</code>
            </li>
          ))}
        </ul>
      ) : (
        <Button variant="default" size="xs" onClick={() => setShown(true)}>
          {t('backup.damagedTable')}
        </Button>
      )}
    </Note>
  )
}
