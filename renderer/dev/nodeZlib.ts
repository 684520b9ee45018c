/** Stands for node:zlib in the browser: the invented vault there has records, and no files to compress. */
export const deflateSync = (): never => {
  throw new Error('not here')
}
