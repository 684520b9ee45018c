// The two schemes of the program: app:// gives out the built pages and nothing else of the disk, evidence:// gives
// out files that were linked for this view and nothing else of the vault.
import { expect, type Page, test } from '@playwright/test'
import { call, callOk, inPage, startUnlocked } from '../support/app/program.ts'
import type { LaunchedApp } from '../support/electron/launch.ts'

let launched: LaunchedApp
let page: Page
test.beforeAll(async () => {
  const started = await startUnlocked()
  launched = started.launched
  page = started.page
})
test.afterAll(() => launched?.kill())

type Question = { url: string; headers?: Record<string, string> }

/**
 * Asks from main, in the workspace's session, past every policy of the page; all questions through one call of the
 * debugger. After some dozens of such calls, Electron's `fetch` in main may give a status and never again a body, in
 * that process; then the program is started anew and all is asked once more. What is unanswered there too is a fault.
 */
async function askAll(questions: Question[]) {
  const first = await askOnce(questions)
  if (first !== 'unanswered') return first
  await launched.kill()
  const started = await startUnlocked()
  launched = started.launched
  page = started.page
  const second = await askOnce(questions)
  if (second === 'unanswered') throw new Error('asked in two programs, and never answered')
  return second
}

async function ask(url: string, headers: Record<string, string> = {}) {
  const [answer] = await askAll([{ url, headers }])
  if (!answer) throw new Error('one question has one answer')
  return answer
}

function askOnce(questions: Question[]) {
  return launched.app.evaluate(async ({ BrowserWindow }, questions) => {
    const own = BrowserWindow.getAllWindows()[0]?.webContents.session
    let timer: ReturnType<typeof setTimeout> | undefined
    const late = new Promise<'unanswered'>((resolve) => {
      timer = setTimeout(() => resolve('unanswered'), 10_000)
    })
    const asked = async ({ url, headers = {} }: (typeof questions)[number]) => {
      try {
        const answer = await own?.fetch(url, { headers })
        const text = (await answer?.text()) ?? ''
        return { status: answer?.status, text, headers: Object.fromEntries(answer?.headers ?? []) }
      } catch (error) {
        return {
          status: 0,
          text: '',
          headers: {} as Record<string, string>,
          error: String(error),
        }
      }
    }
    const all = async () => {
      const answers: Awaited<ReturnType<typeof asked>>[] = []
      for (const question of questions) answers.push(await asked(question))
      return answers
    }
    try {
      return await Promise.race([all(), late])
    } finally {
      clearTimeout(timer)
    }
  }, questions)
}

test('app:// serves the page with its policy and a nonce that is new each time', async () => {
  const index = { url: 'app://workspace/workspace/index.html' }
  const [first, second] = await askAll([index, index])
  if (!first || !second) throw new Error('two questions have two answers')
  const nonceOf = ({ headers }: typeof first) =>
    /'nonce-([^']+)'/.exec(headers['content-security-policy'] ?? '')?.[1] ?? ''
  expect(first.status).toBe(200)
  expect(nonceOf(first).length).toBeGreaterThanOrEqual(22)
  expect(nonceOf(first)).not.toBe(nonceOf(second))
  expect(first.text).toContain(`content="${nonceOf(first)}"`)
  expect(first.headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
  })
})

test('app:// serves nothing but the pages of its own window', async () => {
  const urls = [
    'app://workspace/',
    'app://workspace/../package.json',
    'app://workspace/..%2fpackage.json',
    'app://workspace/%2e%2e/%2e%2e/package.json',
    'app://workspace/assets/../../package.json',
    'app://workspace/assets/..%5c..%5cpackage.json',
    'app://workspace/assets//etc/passwd',
    'app://workspace//etc/passwd',
    'app://workspace/assets/%00.js',
    'app://workspace/main/index.js',
    'app://workspace/../main/index.js',
    'app://workspace/unlock/index.html',
    'app://workspace/.git/config',
    'app://unlock/unlock/index.html',
    'app://elsewhere/workspace/index.html',
    'app:///etc/passwd',
  ]
  const answers = await askAll(urls.map((url) => ({ url })))
  expect(answers).toHaveLength(urls.length)
  for (const [at, answer] of answers.entries()) {
    expect([0, 404], urls[at]).toContain(answer.status)
    expect(answer.text, urls[at]).toBe('')
  }
})

/** One second of a rising tone: PCM that any Chromium plays. */
function wav(seconds: number): Buffer {
  const rate = 8000
  const samples = Buffer.alloc(rate * seconds)
  for (let i = 0; i < samples.length; i += 1) samples[i] = 128 + 60 * Math.sin(i / 20)
  const header = Buffer.alloc(44)
  header.write('RIFF', 0)
  header.writeUInt32LE(36 + samples.length, 4)
  header.write('WAVEfmt ', 8)
  header.writeUInt32LE(16, 16)
  header.writeUInt16LE(1, 20)
  header.writeUInt16LE(1, 22)
  header.writeUInt32LE(rate, 24)
  header.writeUInt32LE(rate, 28)
  header.writeUInt16LE(1, 32)
  header.writeUInt16LE(8, 34)
  header.write('data', 36)
  header.writeUInt32LE(samples.length, 40)
  return Buffer.concat([header, samples])
}

/** A transparent picture of one point. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

async function attach(name: string, bytes: Buffer) {
  const { id: record } = await callOk(page, 'records.create', { kind: 'evidence', change: {} })
  const { job } = await callOk(page, 'evidence.uploadBegin', { record, name, size: bytes.length })
  const piece = 1 << 20
  for (let at = 0; at < bytes.length; at += piece) {
    const text = bytes.subarray(at, at + piece).toString('base64')
    const sent = await inPage<{ ok: boolean }>(
      page,
      `window.emanet.call('evidence.uploadChunk', { job: '${job}', bytes: Uint8Array.from(atob('${text}'), (c) => c.charCodeAt(0)) })`,
    )
    expect(sent).toEqual({ ok: true, value: {} })
  }
  const { file } = await callOk(page, 'evidence.uploadEnd', { job, complete: true })
  if (!file) throw new Error('nothing was attached')
  const { url } = await callOk(page, 'evidence.link', { record, objectId: file.objectId })
  return { record, file, url }
}

/** What the page itself gets with fetch, as hexadecimal. */
const fetched = (url: string, range?: string) =>
  inPage<{ status: number; range: string | null; hex: string } | { thrown: string }>(
    page,
    `fetch('${url}', ${JSON.stringify(range ? { headers: { Range: range } } : {})}).then(async (r) => ({ status: r.status, range: r.headers.get('content-range'),
      hex: [...new Uint8Array(await r.arrayBuffer())].map((b) => b.toString(16).padStart(2, '0')).join('') }))`,
  )

test('evidence:// gives a linked file whole and by ranges', async () => {
  // More than one chunk of an object, so that ranges cross a border of chunks.
  const bytes = Buffer.from(Array.from({ length: 600_000 }, (_, i) => (i * 31 + (i >> 8)) & 0xff))
  const { url, file } = await attach('numbers.bin', bytes)
  expect(url).toMatch(/^evidence:\/\/file\/[0-9a-f]{32}$/)
  expect(file.size).toBe(bytes.length)

  expect(await fetched(url)).toMatchObject({ status: 200, hex: bytes.toString('hex') })
  const ranges: [string, number, number][] = [
    ['bytes=0-0', 0, 1],
    ['bytes=10-19', 10, 20],
    [`bytes=${262_144 - 3}-${262_144 + 3}`, 262_141, 262_148],
    ['bytes=599999-', 599_999, 600_000],
    ['bytes=599990-700000', 599_990, 600_000],
  ]
  const past = 'bytes=600000-'
  const answers = await askAll(
    [...ranges.map(([range]) => range), past].map((range) => ({ url, headers: { Range: range } })),
  )
  expect(answers).toHaveLength(ranges.length + 1)
  for (const [at, [range, start, end]] of ranges.entries()) {
    const answer = answers[at]
    if (!answer) throw new Error('every range is answered')
    expect(answer.status, range).toBe(206)
    expect(answer.headers['content-range']).toBe(`bytes ${start}-${end - 1}/${bytes.length}`)
    expect(answer.headers['content-length']).toBe(String(end - start))
  }
  expect(await fetched(url, 'bytes=262140-262150')).toEqual({
    status: 206,
    range: `bytes 262140-262150/${bytes.length}`,
    hex: bytes.subarray(262_140, 262_151).toString('hex'),
  })
  expect(answers.at(-1)?.status, past).toBe(416)
})

test('a picture is shown and a sound is played from its middle', async () => {
  const picture = await attach('picture.png', PNG)
  expect(
    await inPage(
      page,
      `new Promise((resolve) => { const image = new Image(); image.onload = () => resolve(image.naturalWidth); image.onerror = () => resolve('refused'); image.src = '${picture.url}' })`,
    ),
  ).toBe(1)

  const sound = await attach('sound.wav', wav(120))
  const played = await inPage<{ duration: number; at: number }>(
    page,
    `new Promise((resolve) => { const audio = new Audio(); audio.preload = 'metadata'; audio.src = '${sound.url}';
      audio.onerror = () => resolve({ duration: -1, at: -1 })
      audio.onloadedmetadata = () => { audio.currentTime = 100 }
      audio.onseeked = () => resolve({ duration: audio.duration, at: audio.currentTime }) })`,
  )
  expect(played.duration).toBeCloseTo(120, 0)
  expect(played.at).toBeCloseTo(100, 0)
})

test('evidence:// gives nothing without a token that was given out', async () => {
  const { url } = await attach('a.bin', Buffer.from('secret bytes'))
  const token = url.slice(-32)
  const wrong = [
    `evidence://file/${'0'.repeat(32)}`,
    `evidence://file/${token.slice(1)}`,
    `evidence://file/${token}0`,
    `evidence://file/${token}/`,
    `evidence://file/${token}?x`,
    `evidence://other/${token}`,
    'evidence://file/',
    'evidence://file',
  ]
  const answers = await askAll(wrong.map((each) => ({ url: each })))
  expect(answers).toHaveLength(wrong.length)
  for (const [at, answer] of answers.entries()) {
    expect([0, 404], wrong[at]).toContain(answer.status)
    expect(answer.text).toBe('')
  }
})

test('evidence:// does not exist in another session, the token notwithstanding', async () => {
  const { url } = await attach('a.bin', Buffer.from('secret bytes'))
  expect((await ask(url)).text).toBe('secret bytes')
  const answers = await launched.app.evaluate(async ({ session, net }, url) => {
    const others = [session.defaultSession, session.fromPartition('other'), net]
    return Promise.all(
      others.map((other) =>
        other.fetch(url).then(
          (answer) => answer.status,
          () => 'failed',
        ),
      ),
    )
  }, url)
  expect(answers).toEqual(['failed', 'failed', 'failed'])
})

test('evidence that is a page is bytes, and runs nothing', async () => {
  const html = Buffer.from('<!doctype html><script>parent.hit = 1</script><title>x</title>')
  const svg = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg"><script>parent.hit = 1</script></svg>',
  )
  for (const [name, bytes] of [
    ['page.html', html],
    ['picture.svg', svg],
    ['picture.png', html],
  ] as const) {
    const { url } = await attach(name, bytes)
    const { headers } = await ask(url)
    expect(headers['content-type'], name).toMatch(
      /^(application\/octet-stream|text\/plain; charset=utf-8)$/,
    )
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    })
    await inPage(
      page,
      `(() => { const frame = document.createElement('iframe'); frame.src = '${url}'; document.body.append(frame) })()`,
    )
    await page.waitForTimeout(200)
    expect(await inPage(page, 'typeof window.hit')).toBe('undefined')
  }
})

test('an upload holds what it announced: not a byte more, not one less', async () => {
  const { id: record } = await callOk(page, 'records.create', { kind: 'evidence', change: {} })
  const chunk = (job: string, length: number) =>
    inPage(
      page,
      `window.emanet.call('evidence.uploadChunk', { job: '${job}', bytes: new Uint8Array(${length}) })`,
    )
  const refused = { ok: false, error: { code: 'file_changed_while_read' } }

  const more = await callOk(page, 'evidence.uploadBegin', { record, name: 'a', size: 10 })
  expect(await chunk(more.job, 11)).toEqual(refused)
  const less = await callOk(page, 'evidence.uploadBegin', { record, name: 'a', size: 10 })
  expect(await chunk(less.job, 9)).toEqual({ ok: true, value: {} })
  expect(await call(page, 'evidence.uploadEnd', { job: less.job, complete: true })).toEqual(refused)
  expect(await callOk(page, 'evidence.files', { record })).toEqual({ files: [] })
})
