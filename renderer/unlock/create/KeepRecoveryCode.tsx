/** Step 3: the recovery code, shown this one time. There is no going on before somebody says it is put away. */
import { Button, Checkbox, Group, Stack } from '@mantine/core'
import { Printer, Save } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { BridgeError } from '../../../shared/contract/define.ts'
import { call } from '../../shared/bridge/client.ts'
import { ErrorNote } from '../../shared/components/ErrorNote.tsx'
import { Note } from '../../shared/components/Note.tsx'
import { useT } from '../../shared/i18n/i18n.ts'
import { Card } from '../Card.tsx'
import classes from './Create.module.css'

type Way = 'print' | 'save'

const WAYS_ON = {
  create: 'create.first',
  keys: 'change.close',
  rekey: 'unlock.enter',
} as const

interface KeepRecoveryCodeProps {
  readonly code: string
  readonly steps?: ReactNode
  /** Of a vault just made, a new code of one that is open, or of one just written under new keys. */
  readonly within: 'create' | 'keys' | 'rekey'
  /** What is said instead of the usual. */
  readonly text?: string
}

export function KeepRecoveryCode({ code, steps, within, text }: KeepRecoveryCodeProps) {
  const t = useT()
  const [putAway, setPutAway] = useState(false)
  const [kept, setKept] = useState<Way>()
  const [busy, setBusy] = useState<Way | 'enter'>()
  const [failure, setFailure] = useState<BridgeError>()

  const keep = async (how: Way) => {
    setBusy(how)
    setFailure(undefined)
    const answer = await call('vault.keepRecoveryCode', { how })
    setBusy(undefined)
    if (!answer.ok) setFailure(answer.error)
    else if (answer.value.kept) setKept(how)
  }

  const enter = async () => {
    setBusy('enter')
    const answer = await call('vault.enter')
    if (answer.ok) return
    setBusy(undefined)
    setFailure(answer.error)
  }

  return (
    <Card
      wide
      above={steps}
      title={t('create.recoveryTitle')}
      text={
        text ??
        (within === 'create' ? t('create.recoveryText') : t('keyTask.newRecoveryCode.doneText'))
      }
    >
      <Stack gap="md">
        <ol className={classes.words} aria-label={t('create.recoveryList')} translate="no">
          {code.split(' ').map((word, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a word may come twice, its place may not
            <li key={index} className={classes.word}>
              <span className={classes.wordNumber} aria-hidden>
                {index + 1}
              </span>
              {word}
            </li>
          ))}
        </ol>
        <Note tone="caution">
          <p>{t('create.recoveryWarning')}</p>
        </Note>
        <Group gap="sm">
          <Button
            variant="default"
            leftSection={<Printer size={16} aria-hidden />}
            loading={busy === 'print'}
            disabled={busy !== undefined}
            onClick={() => void keep('print')}
          >
            {t('create.print')}
          </Button>
          <Button
            variant="default"
            leftSection={<Save size={16} aria-hidden />}
            loading={busy === 'save'}
            disabled={busy !== undefined}
            onClick={() => void keep('save')}
          >
            {t('create.saveFile')}
          </Button>
          <span className={classes.kept} role="status">
            {kept === 'save' && t('create.keptFile')}
            {kept === 'print' && t('create.kept')}
          </span>
        </Group>
        {failure && <ErrorNote error={failure} />}
        <Checkbox
          label={t('create.putAway')}
          checked={putAway}
          onChange={(event) => setPutAway(event.currentTarget.checked)}
        />
        <Button
          size="md"
          disabled={!putAway}
          loading={busy === 'enter'}
          onClick={() => void enter()}
        >
          {t(WAYS_ON[within])}
        </Button>
      </Stack>
    </Card>
  )
}
