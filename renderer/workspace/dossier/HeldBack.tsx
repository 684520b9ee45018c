/** Beside the pages: which fields are not in them, of how many people, and why. */
import type { DossierDocument } from '../../../shared/dossier/document.ts'
import { fieldLabel } from '../../../shared/i18n/labels.ts'
import { Panel } from '../../shared/components/Page.tsx'
import { useLabels, useT } from '../../shared/i18n/i18n.ts'
import { RecordLink } from '../records/RecordLink.tsx'
import classes from './Dossier.module.css'
import { byConsent, gatherHeldBack } from './heldBack.ts'

export function HeldBack({ document }: { document: DossierDocument }) {
  const t = useT()
  const labels = useLabels()
  const groups = gatherHeldBack(document.withheld)
  const several = document.people.length > 1
  return (
    <div className={classes.heldBack}>
      <OpenedByConsent document={document} />
      <Panel title={t('dossier.heldBack')}>
        {groups.length === 0 && <p className={classes.quiet}>{t('dossier.heldBackNone')}</p>}
        {groups.map(({ why, fields }) => (
          <div key={why} className={classes.why}>
            <h3 className={classes.whyTitle} data-why={why}>
              {labels.withheld[why]}
            </h3>
            <ul className={classes.fields}>
              {fields.map(({ field, people, missing }) => (
                <li key={field}>
                  <span>
                    {fieldLabel(labels, 'person', field)}
                    {missing.map((gap) => (
                      <span key={gap} className={classes.missing}>
                        {t(`dossier.missing.${gap}`)}
                      </span>
                    ))}
                  </span>
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

/** What stands on the pages because somebody allowed it: each consent with the fields that it opened. */
function OpenedByConsent({ document }: { document: DossierDocument }) {
  const t = useT()
  const labels = useLabels()
  const titles = new Map(document.people.map(({ person, title }) => [person, title]))
  const consents = byConsent(document.opened)
  if (consents.size === 0) return null
  return (
    <Panel title={t('dossier.opened')}>
      <p className={classes.quiet}>{t('dossier.openedText')}</p>
      {[...consents].map(([consent, fields]) => (
        <div key={consent} className={classes.why}>
          <h3 className={classes.whyTitle} data-why="consent">
            <RecordLink kind="consent" id={consent}>
              {t('dossier.consentOpen')}
            </RecordLink>
            {': '}
            {[...new Set(fields.map(({ person }) => titles.get(person) ?? ''))].join(', ')}
          </h3>
          <ul className={classes.fields}>
            {[...new Set(fields.map(({ field }) => field))].map((field) => (
              <li key={field}>
                <span>{fieldLabel(labels, 'person', field)}</span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Panel>
  )
}
