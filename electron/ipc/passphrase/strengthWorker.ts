/**
 * Worker thread: judges passphrases. Loading the dictionaries takes some 200 ms and a hard text 100 ms, which the
 * main thread must not spend. It lives as long as the unlock view. Listed in ../workers.ts.
 */
import { parentPort } from 'node:worker_threads'
import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import * as common from '@zxcvbn-ts/language-common'
import * as english from '@zxcvbn-ts/language-en'
import { invariant } from '../../../shared/errors.ts'
import { estimateStrength } from './estimate.ts'

const port = parentPort
invariant(port, 'strengthWorker runs as a worker thread')

const zxcvbn = new ZxcvbnFactory({
  dictionary: { ...common.dictionary, ...english.dictionary },
  graphs: common.adjacencyGraphs,
})

port.on('message', ({ id, passphrase }: { id: number; passphrase: string }) => {
  const strength = estimateStrength(passphrase, (text) => zxcvbn.check(text).guessesLog10)
  port.postMessage({ id, strength })
})
