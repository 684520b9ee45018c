// What the built program proves with windows (tests/e2e/hardening.schemes.spec.ts), by the piece: every policy
// directive, and paths that no address parser has cleaned first.
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { respond } from '../../electron/main/appProtocol.ts'
import { policyFor } from '../../electron/main/csp.ts'

let root = ''
beforeAll(() => {
  const folder = mkdtempSync(join(tmpdir(), 'emanet-pages-'))
  root = join(folder, 'renderer')
  for (const each of ['unlock', 'workspace', 'assets', 'dev']) {
    mkdirSync(join(root, each), { recursive: true })
  }
  const page = '<html><head><meta name="style-nonce" content="__STYLE_NONCE__"></head></html>'
  writeFileSync(join(root, 'unlock/index.html'), page)
  writeFileSync(join(root, 'workspace/index.html'), page)
  writeFileSync(join(root, 'assets/a.js'), 'script')
  writeFileSync(join(root, 'assets/data.json'), '{}')
  writeFileSync(join(root, 'dev/index.html'), page)
  writeFileSync(join(folder, 'outside.js'), 'outside')
  symlinkSync(join(folder, 'outside.js'), join(root, 'assets/link.js'))
})

const ask = async (url: string, view: 'unlock' | 'workspace' = 'workspace') => {
  const answer = await respond(url, view, root)
  return { status: answer.status, text: await answer.text(), headers: answer.headers }
}

describe('app://', () => {
  it('serves the page of its own view and the shared files', async () => {
    const page = await ask('app://workspace/workspace/index.html?x#y')
    expect(page.status).toBe(200)
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
    const script = await ask('app://workspace/assets/a.js')
    expect([script.status, script.text]).toEqual([200, 'script'])
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  })

  it('writes a fresh nonce into the page and its policy, and nowhere else', async () => {
    const nonces = new Set<string>()
    for (let i = 0; i < 20; i += 1) {
      const { text, headers } = await ask('app://unlock/unlock/index.html', 'unlock')
      const nonce = /content="([A-Za-z0-9+/]{22}==)"/.exec(text)?.[1] ?? ''
      expect(headers.get('content-security-policy')).toContain(`'nonce-${nonce}'`)
      nonces.add(nonce)
    }
    expect(nonces.size).toBe(20)
    expect(
      (await ask('app://workspace/assets/a.js')).headers.get('content-security-policy'),
    ).toBeNull()
  })

  it.each([
    'app://workspace/assets/link.js',
    'app://workspace/assets/../../outside.js',
    'app://workspace/assets/..%2f..%2foutside.js',
    'app://workspace/assets/..\\..\\outside.js',
    'app://workspace/assets/./a.js',
    'app://workspace/assets//a.js',
    'app://workspace/assets/a.js/',
    'app://workspace/assets/a%00.js',
    'app://workspace/assets/.hidden.js',
    'app://workspace/assets/data.json',
    'app://workspace/assets/absent.js',
    'app://workspace/assets',
    'app://workspace/unlock/index.html',
    'app://workspace/dev/index.html',
    'app://workspace/index.html',
    'app://workspace',
    'app://unlock/unlock/index.html',
    'app://workspace.example/workspace/index.html',
    'APP://workspace/workspace/index.html',
    'file:///workspace/index.html',
  ])('does not serve %s', async (url) => {
    const { status, text } = await ask(url)
    expect([status, text]).toEqual([404, ''])
  })
})

describe('the policy', () => {
  const directives = (view: 'unlock' | 'workspace') =>
    Object.fromEntries(
      policyFor(view, 'N')
        .split('; ')
        .map((each) => [each.slice(0, each.indexOf(' ')), each.slice(each.indexOf(' ') + 1)]),
    )

  const common = {
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': "'self' 'nonce-N'",
    'font-src': "'self'",
    'object-src': "'none'",
    'frame-src': "'none'",
    'worker-src': "'none'",
    'frame-ancestors': "'none'",
    'base-uri': "'none'",
    'form-action': "'none'",
    'require-trusted-types-for': "'script'",
    'trusted-types': 'default',
  }

  it('of the unlock view allows nothing but its own files', () => {
    expect(directives('unlock')).toEqual({
      ...common,
      'connect-src': "'none'",
      'img-src': "'self'",
    })
  })

  it('of the workspace adds evidence, as pictures, sound, video and text', () => {
    expect(directives('workspace')).toEqual({
      ...common,
      'connect-src': 'evidence:',
      'img-src': "'self' evidence:",
      'media-src': 'evidence:',
    })
  })
})
