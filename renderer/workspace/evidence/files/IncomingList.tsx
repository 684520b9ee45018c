/** Files on their way into one record: how far each is, and why one did not come. */
import { ActionIcon, Progress } from '@mantine/core'
import { X } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import type { RecordId } from '../../../../shared/ids.ts'
import { useFormats } from '../../../shared/format/useFormats.ts'
import { useErrorTexts, useT } from '../../../shared/i18n/i18n.ts'
import { FileIcon } from './FileIcon.tsx'
import classes from './Files.module.css'
import { fileKind } from './fileKind.ts'
import { type Incoming, intake } from './intake.ts'

export function useIncoming(record: RecordId): readonly Incoming[] {
  const all = useSyncExternalStore(intake.subscribe, intake.list, intake.list)
  return all.filter((item) => item.record === record)
}

export function IncomingList({ items }: { items: readonly Incoming[] }) {
  if (items.length === 0) return null
  return (
    <ul className={classes.incoming}>
      {items.map((item) => (
        <IncomingLine key={item.key} item={item} />
      ))}
    </ul>
  )
}

function IncomingLine({ item }: { item: Incoming }) {
  const t = useT()
  const formats = useFormats()
  const errors = useErrorTexts()
  const failed = item.state === 'failed'
  const label = failed
    ? t('evidence.dismissUpload', { name: item.name })
    : t('evidence.cancelUpload', { name: item.name })
  const percent = item.size > 0 ? (100 * item.done) / item.size : 100
  return (
    <li className={classes.incomingLine} data-failed={failed || undefined}>
      <FileIcon kind={fileKind({ mime: '', name: item.name })} />
      <div className={classes.incomingText}>
        <span className={classes.name}>{item.name}</span>
        {item.error ? (
          <span className={classes.failure} role="alert">
            {errors[item.error.code].what} {errors[item.error.code].next}
          </span>
        ) : (
          <>
            <Progress.Root size={6} radius="xl" className={classes.bar ?? ''}>
              <Progress.Section
                value={item.state === 'waiting' ? 0 : percent}
                aria-label={item.name}
              />
            </Progress.Root>
            <span className={classes.quiet}>
              {item.state === 'waiting'
                ? t('evidence.waiting')
                : t('shell.jobProgress', {
                    done: formats.bytes(item.done),
                    total: formats.bytes(item.size),
                  })}
            </span>
          </>
        )}
      </div>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={label}
        onClick={() => intake.remove(item.key)}
      >
        <X size={16} aria-hidden />
      </ActionIcon>
    </li>
  )
}
