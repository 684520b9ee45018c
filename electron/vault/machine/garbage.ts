/**
 * Tells V8 that much of what it holds became garbage just now. It cannot be asked to collect, and after a time in which
 * all that was made stayed it waits until its heap has more than doubled. But it counts what its objects hold outside
 * the heap as well, and where that grows by much it begins to collect, in small steps beside other work. Large
 * buffers that nobody writes to do that and take no memory of the machine, which makes pages when they are written.
 */

const BUFFERS = 3
/** What V8 lets grow before it looks. */
const BUFFER_BYTES = 64 * 1024 * 1024

export function tellOfGarbage(): void {
  try {
    for (let left = BUFFERS; left > 0; left -= 1) new ArrayBuffer(BUFFER_BYTES)
  } catch {
    // Where there is no room for them V8 has collected already.
  }
}
