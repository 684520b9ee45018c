/** Gives every screen the fields that the team defined, and keeps them as the vault has them. */
import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { MODEL_LABELS } from '../../../../shared/i18n/index.ts'
import type { CustomDefinition } from '../../../../shared/model/custom.ts'
import type { Field } from '../../../../shared/model/field.ts'
import type { Kind } from '../../../../shared/model/kind.ts'
import { useCall } from '../../../shared/bridge/hooks.ts'
import { LabelsContext, useLanguage } from '../../../shared/i18n/i18n.ts'
import { NO_OWN_SPECS, type OwnSpecs, ownSpecs, specOf, withOwnLabels } from './ownFields.ts'

interface OwnFieldsState {
  readonly definitions: readonly CustomDefinition[]
  readonly specs: OwnSpecs
  /** False until the vault has answered: a form opened before would lack them. */
  readonly known: boolean
}

const OwnFieldsContext = createContext<OwnFieldsState>({
  definitions: [],
  specs: NO_OWN_SPECS,
  known: true,
})

export function OwnFields({ children }: { children: ReactNode }) {
  const language = useLanguage()
  const { data, isPending } = useCall('fields.list', {})
  const fields = data?.fields
  const state = useMemo(() => {
    const definitions = fields ?? []
    return { definitions, specs: ownSpecs(definitions), known: !isPending }
  }, [fields, isPending])
  const labels = useMemo(
    () => withOwnLabels(MODEL_LABELS[language], state.definitions, language),
    [language, state.definitions],
  )
  return (
    <OwnFieldsContext.Provider value={state}>
      <LabelsContext.Provider value={labels}>{children}</LabelsContext.Provider>
    </OwnFieldsContext.Provider>
  )
}

export const useOwnFields = (): OwnFieldsState => useContext(OwnFieldsContext)

/** What a field of a kind takes, whoever defined it. */
export function useSpecOf(): (kind: Kind, field: string) => Field | undefined {
  const { specs } = useOwnFields()
  return useMemo(() => (kind, field) => specOf(kind, field, specs), [specs])
}
