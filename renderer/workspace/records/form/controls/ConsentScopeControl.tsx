/** The editor of one row of a consent: to whom, which data, how openly. */
import { AUDIENCES } from '../../../../../shared/dossier/audience.ts'
import { CONSENT_DATA, IDENTITY_LEVELS } from '../../../../../shared/model/consentScope.ts'
import { useLabels, useT } from '../../../../shared/i18n/i18n.ts'
import { MenuPart, Parts } from './Parts.tsx'
import type { ComposedProps } from './types.ts'

export function ConsentScopeControl(props: ComposedProps) {
  const t = useT()
  const labels = useLabels()
  const notSaid = { value: '', label: t('form.notSaid') }
  return (
    <Parts label={props.label} layout="consentScope">
      <MenuPart
        props={props}
        part="audience"
        main
        data={[notSaid, ...AUDIENCES.map((value) => ({ value, label: labels.audiences[value] }))]}
      />
      <MenuPart
        props={props}
        part="data"
        data={[
          notSaid,
          ...CONSENT_DATA.map((value) => ({
            value,
            label:
              value === 'everything' ? labels.consentEverything : labels.disclosureGroups[value],
          })),
        ]}
      />
      <MenuPart
        props={props}
        part="level"
        data={[
          notSaid,
          ...IDENTITY_LEVELS.map((value) => ({ value, label: labels.identityLevels[value] })),
        ]}
      />
    </Parts>
  )
}
