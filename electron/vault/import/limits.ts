/**
 * What a table may measure at most. Far above any list of people, and low enough that a file made to fill the memory
 * is refused while it is read. Each is tried at its edge by a test.
 */
export interface TableLimits {
  /** Of the file as it is on the disk. */
  readonly fileBytes: number
  /** Of all parts of a workbook that are read, unpacked. */
  readonly unpackedBytes: number
  readonly rows: number
  readonly columns: number
  /** Characters of one cell; a longer one is no value of any field. */
  readonly cell: number
  /** Characters of all cells. */
  readonly text: number
}

export const TABLE_LIMITS: TableLimits = {
  fileBytes: 64 << 20,
  unpackedBytes: 512 << 20,
  rows: 200_000,
  columns: 300,
  cell: 100_000,
  text: 128 << 20,
}
