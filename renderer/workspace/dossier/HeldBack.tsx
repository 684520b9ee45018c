/** Beside the pages: which fields are not in them, of how many people, and why. */
import type { DossierDocument } from '../../../shared/dossier/document.ts'
import { fieldLabel } from '../../../shared/i18n/labels.ts'
import { Panel } from '../../shared/components/Page.tsx'
import { useLabels, useT } from '../../shared/i18n/i18n.ts'
import classes from './Dossier.module.css'
import { gatherHeldBack } from './heldBack.ts'

export function HeldBack({ document }: { document: DossierDocument }) {
  const t = useT()
  const labels = useLabels()
  const groups = gatherHeldBack(document.withheld)
  const several = document.people.length > 1
  return (
    <div className={classes.heldBack}>
      <Panel title={t('dossier.heldBack')}>
        {groups.length === 0 && <p className={classes.quiet}>{t('dossier.heldBackNone')}</p>}
        {groups.map(({ why, fields }) => (
          <div key={why} className={classes.why}>
            <h3 className={classes.whyTitle} data-why={why}>
              {labels.withheld[why]}
            </h3>
            <ul className={classes.fields}>
              {fields.map(({ field, people }) => (
                <li key={field}>
                  <span>{fieldLabel(labels, 'person', field)}</span>
                  {several && (
                    <span className={classes.fieldCount}>
                      {t('dossier.heldBackPeople', { count: people.length })}
                    </span>
                  )}
                </li>
              ))}
            </ul>
          </div>
        ))}
      </Panel>
    </div>
  )
}
