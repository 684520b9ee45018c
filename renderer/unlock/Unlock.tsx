/**
 * The unlock view. It decides between opening a vault, making one and changing a passphrase; passphrases live only
 * in the state of its forms, and the process that held them ends when the workspace opens.
 */
import { Center, Loader } from '@mantine/core'
import { useState } from 'react'
import type { CallOutput } from '../../shared/contract/contract.ts'
import type { ChosenVault } from '../../shared/contract/session.ts'
import { useCall } from '../shared/bridge/hooks.ts'
import { ErrorNote } from '../shared/components/ErrorNote.tsx'
import { useT } from '../shared/i18n/i18n.ts'
import { Card } from './Card.tsx'
import { ChangePassphrase } from './ChangePassphrase.tsx'
import { CreateVault } from './create/CreateVault.tsx'
import { KeyTaskView } from './keys/KeyTaskView.tsx'
import { MakeKeyFile } from './MakeKeyFile.tsx'
import { RekeyForm } from './RekeyForm.tsx'
import { UnlockForm } from './UnlockForm.tsx'
import { Welcome } from './Welcome.tsx'

export function Unlock() {
  const t = useT()
  const start = useCall('session.start', {})
  if (start.isError) {
    return (
      <Card title={t('common.appName')}>
        <ErrorNote error={start.error} onRetry={() => void start.refetch()} />
      </Card>
    )
  }
  if (!start.data) {
    return (
      <Center h="100%">
        <Loader size="sm" aria-label={t('common.loading')} />
      </Center>
    )
  }
  if (start.data.purpose === 'changePassphrase') return <ChangePassphrase />
  if (start.data.purpose === 'keys') return <KeyTaskView />
  return <Entrance start={start.data} />
}

/** `restored`: the vault came from a backup just now. */
type Place =
  | { readonly at: 'welcome' }
  | {
      readonly at: 'vault'
      readonly vault: ChosenVault
      readonly restored?: readonly string[] | undefined
    }
  | { readonly at: 'create' }
  | { readonly at: 'keyFile' }
  | { readonly at: 'rekey'; readonly vault: ChosenVault }

function Entrance({ start }: { start: CallOutput<'session.start'> }) {
  const [place, setPlace] = useState<Place>(
    start.vault ? { at: 'vault', vault: start.vault } : { at: 'welcome' },
  )
  const before: Place = start.vault ? { at: 'vault', vault: start.vault } : { at: 'welcome' }
  const goTo = {
    create: () => setPlace({ at: 'create' }),
    keyFile: () => setPlace({ at: 'keyFile' }),
    vault: (vault: ChosenVault, restored?: readonly string[]) =>
      setPlace({ at: 'vault', vault, restored }),
  }
  if (place.at === 'create') return <CreateVault onBack={() => setPlace(before)} />
  if (place.at === 'keyFile') return <MakeKeyFile onBack={() => setPlace(before)} />
  if (place.at === 'rekey') {
    const { vault } = place
    return (
      <RekeyForm vault={vault} onBack={(rekeyCutOff) => goTo.vault({ ...vault, rekeyCutOff })} />
    )
  }
  if (place.at === 'welcome') return <Welcome notices={start.notices} goTo={goTo} />
  return (
    <UnlockForm
      key={place.vault.token}
      vault={place.vault}
      restored={place.restored}
      notices={start.notices}
      goTo={goTo}
      onRekey={() => setPlace({ at: 'rekey', vault: place.vault })}
    />
  )
}
