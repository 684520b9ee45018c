/**
 * Who is linked to whom round a record, and through which statements: what points at it, what that is about, two steps
 * out. Witnesses are their code names here as everywhere.
 */
import type { RecordId } from '../../../shared/ids.ts'
import type { OpenKind } from '../../../shared/model/model.ts'
import type { Statement } from '../../../shared/model/statement.ts'
import type { FoldedRecord } from '../records/fold.ts'
import type { Link } from '../records/indexing.ts'
import { linksOf, openKind } from '../records/indexing.ts'

const STEPS = 2
/** More than these nobody can tell apart in a drawing; the answer says how many are left out. */
export const MOST_NODES = 120

/** Where everything meets: a facility or a publisher would link people who have nothing else in common. */
const LEFT_OUT: ReadonlySet<OpenKind> = new Set(['source', 'dossier', 'facility', 'stay'])

export interface RelationSource {
  /** Undefined for what was erased or cannot be read. */
  readable(id: RecordId): FoldedRecord | undefined
  linksTo(id: RecordId): readonly Link[]
}

export interface Edge {
  readonly from: RecordId
  readonly to: RecordId
  readonly via: string
  /** All that hold and say it, so that it can be judged by their sources. */
  readonly statements: readonly Statement[]
}

export interface Relations {
  /** The record itself first, then by how far away they are. */
  readonly nodes: readonly FoldedRecord[]
  readonly edges: readonly Edge[]
  readonly leftOut: number
}

export function relationsOf(root: FoldedRecord, source: RelationSource): Relations {
  const nodes = new Map<RecordId, FoldedRecord>([[root.id, root]])
  const left = new Set<RecordId>()
  let ring: readonly FoldedRecord[] = [root]
  for (let step = 0; step < STEPS; step += 1) {
    const next: FoldedRecord[] = []
    for (const record of ring) {
      for (const { id } of [...source.linksTo(record.id), ...linksOf(record)]) {
        if (nodes.has(id) || left.has(id)) continue
        const other = source.readable(id)
        if (!other || LEFT_OUT.has(openKind(other))) continue
        if (nodes.size >= MOST_NODES) left.add(id)
        else {
          nodes.set(id, other)
          next.push(other)
        }
      }
    }
    ring = next
  }
  const edges = [...nodes.values()].flatMap((record) =>
    uniqueLinks(record).flatMap(({ id, via }): Edge[] =>
      nodes.has(id)
        ? [
            {
              ...{ from: record.id, to: id, via },
              statements: record.statements.filter(
                (each) => each.field === via && each.value === id && each.retractedBy === null,
              ),
            },
          ]
        : [],
    ),
  )
  return { nodes: [...nodes.values()], edges, leftOut: left.size }
}

/** Two statements of one link are one edge. */
function uniqueLinks(record: FoldedRecord): readonly Link[] {
  const links = new Map(linksOf(record).map((link) => [`${link.via} ${link.id}`, link]))
  return [...links.values()]
}
