/**
 * The sealed identity of a witness: closed, asking why, or open for a minute in a panel that cannot be taken for
 * anything else. Opening is written into the ledger with its reason before anything is shown.
 */
import { Button } from '@mantine/core'
import { Eye, EyeOff, PenLine } from 'lucide-react'
import { useEffect, useState } from 'react'
import { fieldLabel } from '../../../shared/i18n/labels.ts'
import type { RecordId } from '../../../shared/ids.ts'
import type { RecordState } from '../../../shared/model/statement.ts'
import { ErrorNote } from '../../shared/components/ErrorNote.tsx'
import { useLabels, useT } from '../../shared/i18n/i18n.ts'
import { SourceMark } from '../records/SourceMark.tsx'
import { factsOf } from '../records/statements.ts'
import { ValueView } from '../records/ValueView.tsx'
import { IdentityForm } from './IdentityForm.tsx'
import classes from './SealedIdentity.module.css'
import { ReasonForm, SealedPanel } from './SealedPanel.tsx'
import { REVEAL_SECONDS, type Reveal, useReveal } from './useReveal.ts'

export function SealedIdentity({ witness }: { witness: RecordId }) {
  const t = useT()
  const { reveal, open, hide, extend } = useReveal(witness)
  const [editing, setEditing] = useState(false)
  const close = () => {
    setEditing(false)
    hide()
  }
  if (reveal.state !== 'open')
    return <Closed reveal={reveal} onOpen={(reason) => void open(reason)} />
  return (
    <SealedPanel
      label={t('witness.identity')}
      isOpen
      isAlarming
      title={t('witness.openTitle')}
      text={t('witness.openText')}
      action={
        <Button
          color="red.9"
          autoFocus
          leftSection={<EyeOff size={16} aria-hidden />}
          onClick={close}
        >
          {t('witness.hide')}
        </Button>
      }
      onKeyDown={(event) => event.key === 'Escape' && !editing && close()}
    >
      {editing ? (
        <IdentityForm
          witness={witness}
          identity={reveal.identity}
          onActive={extend}
          onDone={close}
          onCancel={() => setEditing(false)}
        />
      ) : (
        <>
          <Identity identity={reveal.identity} />
          <div className={classes.foot}>
            <Countdown until={reveal.until} />
            <Button
              variant="default"
              size="xs"
              leftSection={<PenLine size={14} aria-hidden />}
              onClick={() => {
                extend()
                setEditing(true)
              }}
            >
              {t(reveal.identity ? 'witness.editIdentity' : 'witness.recordIdentity')}
            </Button>
          </div>
        </>
      )}
    </SealedPanel>
  )
}

interface ClosedProps {
  readonly reveal: Exclude<Reveal, { state: 'open' }>
  onOpen(reason: string): void
}

function Closed({ reveal, onOpen }: ClosedProps) {
  const t = useT()
  const [asking, setAsking] = useState(false)
  return (
    <SealedPanel
      label={t('witness.identity')}
      isOpen={false}
      title={t('witness.sealedTitle')}
      text={t('witness.sealedText')}
      action={
        !asking && (
          <Button
            variant="default"
            leftSection={<Eye size={16} aria-hidden />}
            onClick={() => setAsking(true)}
          >
            {t('witness.reveal')}
          </Button>
        )
      }
    >
      {asking && (
        <ReasonForm
          label={t('witness.reason')}
          hint={t('witness.reasonHint', { seconds: REVEAL_SECONDS })}
          confirm={t('witness.revealNow')}
          color="red.9"
          isBusy={reveal.state === 'asking'}
          onCancel={() => setAsking(false)}
          onSubmit={onOpen}
        />
      )}
      {reveal.state === 'sealed' && reveal.error && <ErrorNote error={reveal.error} />}
    </SealedPanel>
  )
}

function Identity({ identity }: { identity: RecordState | null }) {
  const t = useT()
  const labels = useLabels()
  const known = identity
    ? factsOf(identity).filter(({ field, values }) => field !== 'witness' && values.length > 0)
    : []
  if (known.length === 0) return <p className={classes.none}>{t('witness.noIdentity')}</p>
  return (
    <dl className={classes.facts}>
      {known.map((fact) => (
        <div key={fact.field} className={classes.fact}>
          <dt>{fieldLabel(labels, 'witnessIdentity', fact.field)}</dt>
          <dd>
            {fact.values.map(({ value, statements: [first] }) => (
              <div key={first.id} className={classes.value}>
                <ValueView kind="witnessIdentity" field={fact.field} value={value} titles={{}} />
                <SourceMark statement={first} titles={{}} />
              </div>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Countdown({ until }: { until: number }) {
  const t = useT()
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  const seconds = Math.max(0, Math.ceil((until - now) / 1000))
  return (
    <span className={classes.countdown} role="timer" aria-live="off">
      {t('witness.hidesIn', { seconds })}
    </span>
  )
}
