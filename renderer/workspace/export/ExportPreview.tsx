/** The table as its reader will get it: the first rows, what is left out and why, and what stops it. */
import type { ExportPreview as Preview } from '../../../shared/contract/exports.ts'
import { Note } from '../../shared/components/Note.tsx'
import { useFormats } from '../../shared/format/useFormats.ts'
import { useLabels, useT } from '../../shared/i18n/i18n.ts'
import classes from './Export.module.css'

export function ExportPreview({ preview }: { preview: Preview }) {
  const t = useT()
  const { columns, leftOut } = preview
  return (
    <>
      <Stops preview={preview} />
      {preview.untold > 0 && <Untold preview={preview} />}
      {columns.length > 0 && preview.leakCount === 0 && <FirstRows preview={preview} />}
      <section className={classes.leftOut} aria-label={t('exports.leftOut')}>
        <h3 className={classes.heading}>{t('exports.leftOut')}</h3>
        {leftOut.length === 0 ? (
          <p className={classes.quiet}>{t('exports.leftOutNone')}</p>
        ) : (
          <LeftOut leftOut={leftOut} />
        )}
      </section>
    </>
  )
}

/** Nothing is left of the list but records that its reader may not be told of by what it is narrowed by. */
export const hasNobodyLeft = ({ rows, untold }: Preview): boolean => rows === 0 && untold > 0

function Untold({ preview }: { preview: Preview }) {
  const t = useT()
  const formats = useFormats()
  const isAll = hasNobodyLeft(preview)
  const number = formats.number(preview.untold)
  return (
    <Note
      tone={isAll ? 'danger' : 'caution'}
      role={isAll ? 'alert' : 'status'}
      title={t('exports.untoldTitle', { number })}
      {...(isAll ? { code: 'table_refused' as const } : {})}
    >
      <p>{t('exports.untoldText')}</p>
      {isAll && <p>{t('exports.untoldAll')}</p>}
    </Note>
  )
}

function FirstRows({ preview: { rows, columns, sample, shortened } }: { preview: Preview }) {
  const t = useT()
  const formats = useFormats()
  const size = { rows: formats.number(rows), columns: formats.number(columns.length) }
  return (
    <div className={classes.sample}>
      <div className={classes.sampleHead}>
        <h3 className={classes.heading}>{t('exports.sample')}</h3>
        <span className={classes.quiet} role="status">
          {t('exports.size', size)}
        </span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by the keyboard */}
      <section className={classes.scroll} tabIndex={0} aria-label={t('exports.sample')}>
        <table className={classes.table}>
          <thead>
            <tr>
              {columns.map((heading) => (
                <th key={heading} scope="col">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sample.map((row) => (
              <tr key={row.join('\n')}>
                {columns.map((heading, place) => (
                  <td key={heading} title={row[place]}>
                    {row[place]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {shortened > 0 && (
        <p className={classes.quiet}>
          {t('exports.shortened', { cells: formats.number(shortened) })}
        </p>
      )}
    </div>
  )
}

/** From the plainest reason to those that somebody could change. */
const ORDER = [
  'audience',
  'small_group',
  'generalised',
  'confidentiality',
  'no_consent',
  'not_public',
] as const

function LeftOut({ leftOut }: { leftOut: Preview['leftOut'] }) {
  const t = useT()
  const labels = useLabels()
  const formats = useFormats()
  return (
    <>
      {ORDER.map((why) => {
        const fields = leftOut.filter((one) => one.why === why)
        if (fields.length === 0) return null
        return (
          <div key={why}>
            <h4 className={classes.why}>
              {why === 'small_group' ? t('exports.smallGroup') : labels.withheld[why]}
            </h4>
            <ul className={classes.fields}>
              {fields.filter(isRecorded).map(({ field, heading, cells, whole, missing }) => (
                <li key={`${field} ${missing}`}>
                  <span className={classes.field}>{heading}</span>
                  <span className={classes.quiet}>
                    {[
                      missing ? t(`dossier.missing.${missing}`) : '',
                      cells > 0 ? t('exports.cells', { cells: formats.number(cells) }) : '',
                      whole ? t('exports.whole') : '',
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </li>
              ))}
            </ul>
            <NoColumns leftOut={fields.filter((one) => !isRecorded(one))} />
          </div>
        )
      })}
    </>
  )
}

type LeftOutField = Preview['leftOut'][number]
const isRecorded = ({ cells }: LeftOutField): boolean => cells > 0

/** Columns that the reader may not have and that hold nothing anyway: named, and no more. */
function NoColumns({ leftOut }: { leftOut: Preview['leftOut'] }) {
  const t = useT()
  const formats = useFormats()
  if (leftOut.length === 0) return null
  const names = leftOut.map(({ heading }) => heading).join(', ')
  const number = formats.number(leftOut.length)
  return <p className={classes.quiet}>{t('exports.empty', { number, names })}</p>
}

/** Why nothing can be written. What was found is not said: that would show it to whoever exports. */
function Stops({ preview }: { preview: Preview }) {
  const t = useT()
  const formats = useFormats()
  const { leaks, leakCount, closedIdentities, columns } = preview
  return (
    <>
      {closedIdentities > 0 && (
        <Note tone="danger" role="alert" title={t('exports.closedTitle')} code="custodian_closed">
          <p>{t('exports.closedText', { number: formats.number(closedIdentities) })}</p>
        </Note>
      )}
      {leakCount > 0 && (
        <Note tone="danger" role="alert" title={t('exports.leakTitle')} code="table_leak">
          <p>{t('exports.leakText')}</p>
          <ul className={classes.leaks}>
            {leaks.map(({ record, title, heading }) => (
              <li key={`${record} ${heading}`}>
                <bdi>{[title, heading].filter(Boolean).join(': ')}</bdi>
              </li>
            ))}
          </ul>
          {leakCount > leaks.length && (
            <p>{t('exports.leakMore', { number: formats.number(leakCount - leaks.length) })}</p>
          )}
        </Note>
      )}
      {columns.length === 0 && (
        <Note tone="danger" role="alert" title={t('exports.nothingTitle')} code="table_refused">
          <p>{t('exports.nothingText')}</p>
        </Note>
      )}
    </>
  )
}
