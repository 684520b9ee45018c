/** Worker thread that copies or checks one object at a time. */
import { parentPort, workerData } from 'node:worker_threads'
import { invariant } from '../../../shared/errors.ts'
import { loadSodium } from '../crypto/loadSodium.ts'
import { runObjectTask } from './objectRun.ts'
import type { ObjectTask, ObjectWorkerData } from './objectTask.ts'

invariant(parentPort, 'objectWorker runs as a worker thread')
const port = parentPort
const sodium = await loadSodium((workerData as ObjectWorkerData).build)
port.on('message', (task: ObjectTask) => port.postMessage(runObjectTask(sodium, task)))
