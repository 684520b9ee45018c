/**
 * The compartment of the witnesses in custodian mode: closed, asking why and for how long, or open until it closes by
 * itself. What opens it is typed in a window of its own, never here.
 */
import { Button, Select, TextInput } from '@mantine/core'
import { LockKeyhole, LockKeyholeOpen } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import type { CustodyStatus } from '../../../shared/contract/custody.ts'
import { useMutationCall } from '../../shared/bridge/hooks.ts'
import { ErrorNote } from '../../shared/components/ErrorNote.tsx'
import { useDuration } from '../../shared/format/useDuration.ts'
import { useFormats } from '../../shared/format/useFormats.ts'
import { useT } from '../../shared/i18n/i18n.ts'
import classes from './SealedIdentity.module.css'

const MINUTES = [15, 60, 240, 480] as const

export function CustodyPanel({ status }: { status: CustodyStatus }) {
  const t = useT()
  const formats = useFormats()
  const [asking, setAsking] = useState(false)
  const close = useMutationCall('custody.close')
  const { openUntil } = status
  if (openUntil === null) {
    return <Closed status={status} asking={asking} onAsk={setAsking} />
  }
  const time = formats.time(openUntil)
  return (
    <section className={classes.panel} aria-label={t('custody.openTitle')}>
      <div className={classes.head}>
        <LockKeyholeOpen size={20} aria-hidden />
        <div className={classes.words}>
          <h2 className={classes.title}>{t('custody.openTitle')}</h2>
          <p className={classes.text}>{t('custody.openText', { time })}</p>
        </div>
        <Button
          variant="default"
          leftSection={<LockKeyhole size={16} aria-hidden />}
          loading={close.isPending}
          onClick={() => {
            setAsking(false)
            close.mutate({})
          }}
        >
          {t('custody.close')}
        </Button>
      </div>
      {close.error && <ErrorNote error={close.error} />}
    </section>
  )
}

interface ClosedProps {
  readonly status: CustodyStatus
  readonly asking: boolean
  readonly onAsk: (asking: boolean) => void
}

function Closed({ status, asking, onAsk }: ClosedProps) {
  const t = useT()
  const formats = useFormats()
  const duration = useDuration()
  const [reason, setReason] = useState('')
  const [minutes, setMinutes] = useState<number>(MINUTES[0])
  const begin = useMutationCall('keys.begin', {
    onSuccess: () => {
      setReason('')
      onAsk(false)
    },
  })
  const ways = new Set(
    status.ways.map((way) =>
      way.kind === 'shares'
        ? t('custody.byCards', { k: way.k, n: way.n })
        : t('custody.byPassphrase'),
    ),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (reason.trim() === '') return
    begin.mutate({ task: 'openCustody', reason: reason.trim(), minutes })
  }
  return (
    <section className={classes.panel} aria-label={t('custody.closedTitle')}>
      <div className={classes.head}>
        <LockKeyhole size={20} aria-hidden />
        <div className={classes.words}>
          <h2 className={classes.title}>{t('custody.closedTitle')}</h2>
          <p className={classes.text}>{t('custody.closedText', { ways: formats.any(ways) })}</p>
        </div>
        {!asking && (
          <Button
            variant="default"
            leftSection={<LockKeyholeOpen size={16} aria-hidden />}
            onClick={() => onAsk(true)}
          >
            {t('custody.open')}
          </Button>
        )}
      </div>
      {asking && (
        <form className={classes.ask} onSubmit={submit}>
          <TextInput
            className={classes.reason ?? ''}
            label={t('custody.reason')}
            description={t('custody.reasonHint')}
            value={reason}
            maxLength={500}
            required
            withAsterisk={false}
            autoFocus
            autoComplete="off"
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Select
            className={classes.reason ?? ''}
            label={t('custody.time')}
            description={t('custody.goOnHint')}
            allowDeselect={false}
            data={MINUTES.map((count) => ({ value: String(count), label: duration(count) }))}
            value={String(minutes)}
            onChange={(value) => setMinutes(Number(value ?? MINUTES[0]))}
          />
          <div className={classes.buttons}>
            <Button variant="default" onClick={() => onAsk(false)}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={begin.isPending} disabled={reason.trim() === ''}>
              {t('custody.goOn')}
            </Button>
          </div>
        </form>
      )}
      {begin.error && <ErrorNote error={begin.error} />}
    </section>
  )
}
