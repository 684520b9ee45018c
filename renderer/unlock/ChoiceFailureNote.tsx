/** Why a chosen folder or backup could not be taken. */
import { ErrorNote } from '../shared/components/ErrorNote.tsx'
import { useT } from '../shared/i18n/i18n.ts'
import { displayName } from '../shared/vaultName.ts'
import type { ChoiceFailure } from './useVaultChoice.ts'

export function ChoiceFailureNote({ failure }: { failure: ChoiceFailure }) {
  const t = useT()
  return (
    <ErrorNote error={failure}>
      {failure.name !== undefined && (
        <p>{t('unlock.notVault', { name: displayName(failure.name) })}</p>
      )}
    </ErrorNote>
  )
}
