/** A dossier document as sheets of paper: white in both themes, because the paper will be. It adds nothing to the document. */
import type { ReactNode } from 'react'
import type { DossierDocument } from '../../../shared/dossier/document.ts'
import { useT } from '../../shared/i18n/i18n.ts'
import classes from './Paper.module.css'

type Line = DossierDocument['preamble'][number]

export function Paper({ document }: { document: DossierDocument }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: pages are scrolled with the keys
    <section className={classes.pages} tabIndex={0} aria-label={document.title}>
      <Sheet document={document} number={1}>
        <h2 className={classes.title}>{document.title}</h2>
        <Lines lines={document.preamble} />
        <List table={document.table} />
      </Sheet>
      {document.people.map((person, index) => (
        <Sheet key={person.person} document={document} number={index + 2}>
          <p className={classes.number}>
            {document.table.columns[0]} {index + 1}
          </p>
          <h2 className={classes.title}>{person.title}</h2>
          {person.sections.map((section) => (
            <div key={section.heading} className={classes.section}>
              <h3 className={classes.heading}>{section.heading}</h3>
              <Lines lines={section.lines} />
            </div>
          ))}
        </Sheet>
      ))}
    </section>
  )
}

interface SheetProps {
  readonly document: DossierDocument
  readonly number: number
  readonly children: ReactNode
}

/** The language is said, so that a screen reader and the letters İ and I are right. */
function Sheet({ document, number, children }: SheetProps) {
  const t = useT()
  return (
    <article
      className={classes.page}
      lang={document.language}
      aria-label={t('dossier.page', { page: number })}
    >
      {children}
      <p className={classes.footer}>{document.footer}</p>
    </article>
  )
}

/** A label that repeats is not said again, as in the PDF. */
function Lines({ lines }: { lines: readonly Line[] }) {
  return (
    <dl className={classes.lines}>
      {lines.map(({ label, value }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of a finished document do not move
        <div key={index} className={classes.line}>
          <dt data-repeated={lines[index - 1]?.label === label || undefined}>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function List({ table }: { table: DossierDocument['table'] }) {
  return (
    <table className={classes.list}>
      <thead>
        <tr>
          {table.columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of a finished document do not move
          <tr key={index}>
            {row.map((cell, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: neither do its columns
              <td key={column} data-column={table.columns[column]}>
                {column === 1 ? <NameCell cell={cell} /> : cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The name as the reader writes it, and below it the second spelling, if there is one. */
function NameCell({ cell }: { cell: string }) {
  const [name, ...second] = cell.split('\n')
  return (
    <>
      <span className={classes.cellName}>{name}</span>
      {second.length > 0 && <span className={classes.cellSecond}>{second.join(' ')}</span>}
    </>
  )
}
