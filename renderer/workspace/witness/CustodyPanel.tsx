/**
 * The compartment of the witnesses in custodian mode: closed, asking why and for how long, or open until it closes by
 * itself. What opens it is typed in a window of its own, never here.
 */
import { Button, Select } from '@mantine/core'
import { LockKeyhole, LockKeyholeOpen } from 'lucide-react'
import { useState } from 'react'
import type { CustodyStatus } from '../../../shared/contract/custody.ts'
import { useMutationCall } from '../../shared/bridge/hooks.ts'
import { ErrorNote } from '../../shared/components/ErrorNote.tsx'
import { useDuration } from '../../shared/format/useDuration.ts'
import { useFormats } from '../../shared/format/useFormats.ts'
import { useT } from '../../shared/i18n/i18n.ts'
import classes from './CustodyPanel.module.css'
import { ReasonForm, SealedPanel } from './SealedPanel.tsx'

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
    <SealedPanel
      label={t('custody.openTitle')}
      isOpen
      title={t('custody.openTitle')}
      text={t('custody.openText', { time })}
      action={
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
      }
    >
      {close.error && <ErrorNote error={close.error} />}
    </SealedPanel>
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
  const [minutes, setMinutes] = useState<number>(MINUTES[0])
  const begin = useMutationCall('keys.begin', { onSuccess: () => onAsk(false) })
  const ways = new Set(
    status.ways.map((way) =>
      way.kind === 'shares'
        ? t('custody.byCards', { k: way.k, n: way.n })
        : t('custody.byPassphrase'),
    ),
  )
  return (
    <SealedPanel
      label={t('custody.closedTitle')}
      isOpen={false}
      title={t('custody.closedTitle')}
      text={t('custody.closedText', { ways: formats.any(ways) })}
      action={
        !asking && (
          <Button
            variant="default"
            leftSection={<LockKeyholeOpen size={16} aria-hidden />}
            onClick={() => onAsk(true)}
          >
            {t('custody.open')}
          </Button>
        )
      }
    >
      {asking && (
        <ReasonForm
          label={t('custody.reason')}
          hint={t('custody.reasonHint')}
          confirm={t('custody.goOn')}
          isBusy={begin.isPending}
          onCancel={() => onAsk(false)}
          onSubmit={(reason) => begin.mutate({ task: 'openCustody', reason, minutes })}
        >
          <Select
            className={classes.time ?? ''}
            label={t('custody.time')}
            description={t('custody.goOnHint')}
            allowDeselect={false}
            data={MINUTES.map((count) => ({ value: String(count), label: duration(count) }))}
            value={String(minutes)}
            onChange={(value) => setMinutes(Number(value ?? MINUTES[0]))}
          />
        </ReasonForm>
      )}
      {begin.error && <ErrorNote error={begin.error} />}
    </SealedPanel>
  )
}
