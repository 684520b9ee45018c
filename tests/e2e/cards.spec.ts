import { expect, test } from '@playwright/test'
import { en } from '../../renderer/shared/i18n/en/index.ts'
import { vaultFingerprint } from '../../shared/fingerprint.ts'
import { CARD_TEXTS } from '../../shared/shares/languages.ts'
import { call, callOk, PASSPHRASE, pageOf, startLocked } from '../support/app/program.ts'
import type { LaunchedApp } from '../support/electron/launch.ts'
import { CARD_WORDS, cardOfAnotherVault, type PaperCard, vaultOfLastYear } from './support/cards.ts'
import { closeKeyWindow, makeCards } from './support/keySteps.ts'
import { expectAccessible, make } from './support/records.ts'
import { goOn, section, unlock } from './support/vaultSteps.ts'

let running: LaunchedApp | undefined
test.afterEach(() => running?.kill())

const start = async (vault: string) => {
  const program = await startLocked({ args: ['--vault', vault] })
  running = program.launched
  return program
}

const HOLDERS = [
  { name: 'Ліля Перша', language: 'uk' },
  { name: 'Діляра Друга', language: 'crh' },
  { name: 'Решат Третій', language: 'en' },
] as const

test('cards are checked one by one, made on paper, and open the vault and the compartment together', async () => {
  test.setTimeout(150_000)
  const { vault, cards: old } = await vaultOfLastYear(PASSPHRASE)
  const foreign = await cardOfAnotherVault()
  const { launched } = await start(vault)
  const page = await unlock(launched, PASSPHRASE)
  let paper: readonly PaperCard[] = []

  await test.step('the frame reminds of cards that nobody checked, until one was', async () => {
    const due = (count: number) =>
      page.getByText(en.cards.dueTitle_other.replace('{{count}}', `${count}`))
    await expect(due(3)).toBeVisible()
    await page.getByRole('link', { name: en.cards.dueLink }).click()
    await expect(page.getByText(en.cards.overdue)).toHaveCount(3)
    await page.getByRole('button', { name: en.cards.check }).click()
    const window = await pageOf(launched, 'unlock')
    const check = async (text: string) => {
      await window.getByLabel(en.keyTask.checkCard.label).fill(text)
      await window.getByRole('button', { name: en.keyTask.checkCard.submit }).click()
    }
    const [first = '', second = ''] = old
    const wrong = first.split(' ').with(6, 'хтозна')
    await check(wrong.join(' '))
    await expect(window.getByText('Word 7 is in no list.')).toBeVisible()
    const swapped = first.split(' ')
    await check([swapped[1], swapped[0], ...swapped.slice(2)].join(' '))
    await expect(window.getByText(en.keyTask.checkCard.damagedSum)).toBeVisible()
    await check(foreign)
    await expect(window.locator('[data-code="card_of_other_vault"]')).toBeVisible()
    await expectAccessible(window)
    // The reminder stands as before: nothing of that was a check.
    await expect(due(3)).toBeVisible()
    await check(`1. ${second.toUpperCase()}`)
    await expect(window.getByText(/Card 2 of 3, Діляра Друга/)).toBeVisible()
    await expect(window.getByText(en.keyTask.checkCard.recorded)).toBeVisible()
    await expect(due(2)).toBeVisible()
    await closeKeyWindow(window, en.common.close)
    await expect(page.getByText(en.cards.overdue)).toHaveCount(2)
  })

  await test.step('a card is one page with words, a code and what its holder has to know', async () => {
    paper = await makeCards(launched, page, { purpose: 'vault', holders: HOLDERS })
    const { vaultId } = await callOk(page, 'session.info', {})
    const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Kyiv' })
    for (const [at, { language }] of HOLDERS.entries()) {
      const { pages = 0, text = '', words = [], qr } = paper[at] ?? {}
      const texts = CARD_TEXTS[language]
      expect(pages).toBe(1)
      expect(words).toHaveLength(CARD_WORDS)
      const spaceless = text.replace(/\s+/g, '')
      const said = [texts.title, texts.number(at + 1, 3), texts.opens.vault(2, 3), today]
      for (const line of [...said, vaultFingerprint(vaultId), ...texts.keep, texts.found])
        expect(spaceless).toContain(line.replace(/\s+/g, ''))
      for (const { name } of HOLDERS) expect(text).not.toContain(name)
      if (qr !== undefined) expect(qr).toMatch(/^EMANET-SHARE-1:[A-Z2-7]{88}$/)
    }
    await expect(page.getByRole('row', { name: /Решат Третій/ })).toHaveCount(2)
    await launched.close()
  })

  const again = await start(vault)
  await test.step('fewer than k do not open the vault, k do', async () => {
    const locked = again.page
    await locked.getByRole('button', { name: en.unlock.way.cards }).click()
    const add = async (text: string) => {
      await locked.getByLabel(en.unlock.cardLabel).fill(text)
      await locked.getByRole('button', { name: en.unlock.cardAdd }).click()
    }
    const refused = (code: string) => expect(locked.locator(`[data-code="${code}"]`)).toBeVisible()
    const open = locked.getByRole('button', { name: en.unlock.open, exact: true })
    const first = paper[0]?.words.map((word, at) => `${at + 1} ${word.toUpperCase()}`) ?? []
    await add(first.slice(1).join('\n'))
    await refused('card_damaged')
    await add(foreign)
    await refused('card_of_other_vault')
    await add(first.join('\n'))
    await expect(locked.getByText('1 of 2 cards')).toBeVisible()
    await expect(open).toBeDisabled()
    await expectAccessible(locked)
    await add(paper[0]?.qr ?? first.join(' '))
    await refused('card_repeated')
    await add(old[1] ?? '')
    await refused('card_of_other_set')
    // Nor from behind the button.
    const { vault: known } = await callOk(locked, 'session.start', {})
    const one = { folder: known?.token ?? '', cards: [first.join(' ')], as: 'write' as const }
    expect(await call(locked, 'vault.unlock', one)).toMatchObject({
      error: { code: 'cards_too_few' },
    })
    await add(paper[2]?.qr ?? paper[2]?.words.join(' ') ?? '')
    await expect(locked.getByText('2 of 2 cards')).toBeVisible()
    await open.click()
    await goOn(again.launched, locked)
  })

  await test.step('cards of the compartment open it, with a reason and for a time, and the vault’s do not', async () => {
    const inside = await pageOf(again.launched, 'workspace')
    const witness = await make(inside, 'witness', [
      { field: 'codeName', value: 'Шипшина-7', confidentiality: 'C1' },
    ])
    await callOk(inside, 'witness.saveIdentity', {
      witness,
      change: {
        add: [
          {
            ...{ field: 'name', value: { text: 'Вигадана Захищена Особа', lang: 'uk' } },
            ...{ source: null, grade: 'F6', asOf: null, confidentiality: 'C3' },
          },
        ],
      } as never,
    })
    const keepers = HOLDERS.slice(0, 2)
    const guards = await makeCards(again.launched, inside, {
      purpose: 'custodians',
      holders: keepers,
    })
    await section(inside, 'Witnesses').click()
    await inside.getByRole('row').nth(1).click()
    await expect(inside.getByText(en.custody.closedTitle)).toBeVisible()
    await expect(inside.getByRole('button', { name: en.witness.reveal })).toHaveCount(0)
    await expectAccessible(inside)
    expect(
      await call(inside, 'witness.reveal', { witness, reason: 'Around the keepers' }),
    ).toMatchObject({ error: { code: 'custodian_closed' } })

    await inside.getByRole('button', { name: en.custody.open }).click()
    await inside.getByRole('textbox', { name: en.custody.reason }).fill('Запит слідчого судді')
    await inside.getByRole('combobox', { name: en.custody.time }).click()
    await inside.getByRole('option', { name: '4 hours' }).click()
    await inside.getByRole('button', { name: en.custody.goOn }).click()
    const window = await pageOf(again.launched, 'unlock')
    await expect(window.getByText('Запит слідчого судді')).toBeVisible()
    await expect(window.getByText('4 hours', { exact: true })).toBeVisible()
    await window.getByText(en.custody.cards, { exact: true }).click()
    const submit = window.getByRole('button', { name: en.keyTask.openCustody.submit })
    const add = async (text: string) => {
      await window.getByLabel(en.unlock.cardLabel).fill(text)
      await window.getByRole('button', { name: en.unlock.cardAdd }).click()
    }
    await add(paper[0]?.words.join(' ') ?? '')
    await expect(window.locator('[data-code="card_of_other_set"]')).toBeVisible()
    await add(guards[0]?.words.slice(1).join(' ') ?? '')
    await expect(window.getByText('There are 39 words; a card has 40.')).toBeVisible()
    await add(guards[0]?.words.join(' ') ?? '')
    await expect(window.getByText('1 of 2 cards')).toBeVisible()
    await expect(submit).toBeDisabled()
    await expectAccessible(window)
    await add(guards[1]?.words.join(' ') ?? '')
    await submit.click()
    await expect(window.getByText(en.keyTask.openCustody.doneText)).toBeVisible({
      timeout: 20_000,
    })
    await closeKeyWindow(window)
    await inside.getByRole('button', { name: en.witness.reveal }).click()
    await inside.keyboard.type('Meeting of the witness with a lawyer')
    await inside.keyboard.press('Enter')
    await expect(inside.getByText('Вигадана Захищена Особа')).toBeVisible()
    await inside.getByRole('button', { name: en.custody.close }).click()
    await expect(inside.getByText('Вигадана Захищена Особа')).toHaveCount(0)
    await expect(inside.getByText(en.custody.closedTitle)).toBeVisible()
  })
})
