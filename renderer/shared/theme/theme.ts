/**
 * The look of the program: a deep sea green on warm paper, ink-coloured nights. Every text colour reaches the
 * contrast of WCAG AA on the surfaces it is used on; tests/renderer/shared/theme asserts it.
 */
import {
  Button,
  type CSSVariablesResolver,
  createTheme,
  type MantineColorsTuple,
  Modal,
  Select,
  Textarea,
  TextInput,
  Tooltip,
} from '@mantine/core'

/** The accent: the green-blue of deep water. Shade 7 carries white text. */
export const TIDE: MantineColorsTuple = [
  '#e9f5f4',
  '#d2e9e7',
  '#a6d4d1',
  '#78bfbb',
  '#51a9a5',
  '#31938f',
  '#1b7f7c',
  '#0f6b69',
  '#0a5655',
  '#063f3f',
]

/** Neutral with a trace of the accent, dark enough at 6 for small text on paper. */
const STONE: MantineColorsTuple = [
  '#f6f7f5',
  '#eef0ed',
  '#e3e6e3',
  '#d3d8d5',
  '#b8c0bd',
  '#8a9592',
  '#5b6765',
  '#434e4c',
  '#2f3938',
  '#1d2524',
]

/** Surfaces of the dark theme, from text (0) to the deepest ground (9). */
const INK: MantineColorsTuple = [
  '#dbe1e0',
  '#b9c2c1',
  '#97a3a2',
  '#6d7978',
  '#4a5656',
  '#374243',
  '#293334',
  '#1c2425',
  '#151b1c',
  '#0f1415',
]

/** Colours of words and surfaces, per theme, as CSS variables for our own styles. */
export const SURFACES = {
  light: {
    '--paper': '#ffffff',
    '--ground': '#f6f7f5',
    '--rail': '#eef0ed',
    '--line': '#d9deda',
    '--ink': '#1d2524',
    '--ink-soft': '#5b6765',
    '--accent-ink': '#0f6b69',
    '--accent-wash': '#e2f0ee',
    '--danger-ink': '#a51d24',
    '--danger-wash': '#fdf0ef',
    '--danger-line': '#e9b8b5',
    '--caution-ink': '#7a4b00',
    '--caution-wash': '#fdf5e4',
    '--caution-line': '#e6cd97',
    '--good-ink': '#1e6536',
    '--good-wash': '#ecf6ee',
    '--good-line': '#b3d6bc',
  },
  dark: {
    '--paper': '#1c2425',
    '--ground': '#151b1c',
    '--rail': '#111718',
    '--line': '#303b3c',
    '--ink': '#e4e9e8',
    '--ink-soft': '#a3aead',
    '--accent-ink': '#78c8c3',
    '--accent-wash': '#183435',
    '--danger-ink': '#ff9c95',
    '--danger-wash': '#351c1d',
    '--danger-line': '#6e3433',
    '--caution-ink': '#f0c674',
    '--caution-wash': '#322817',
    '--caution-line': '#66512a',
    '--good-ink': '#8fd3a2',
    '--good-wash': '#182c1f',
    '--good-line': '#345d41',
  },
} as const

export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    ...SURFACES.light,
    '--mantine-color-body': SURFACES.light['--paper'],
    '--mantine-color-text': SURFACES.light['--ink'],
    '--mantine-color-dimmed': SURFACES.light['--ink-soft'],
    '--mantine-color-placeholder': '#6b7674',
    '--mantine-color-error': SURFACES.light['--danger-ink'],
    '--mantine-color-anchor': SURFACES.light['--accent-ink'],
    '--mantine-color-default-border': '#c3cbc8',
  },
  dark: {
    ...SURFACES.dark,
    '--mantine-color-body': SURFACES.dark['--paper'],
    '--mantine-color-text': SURFACES.dark['--ink'],
    '--mantine-color-dimmed': SURFACES.dark['--ink-soft'],
    '--mantine-color-placeholder': '#8b9796',
    '--mantine-color-error': SURFACES.dark['--danger-ink'],
    '--mantine-color-anchor': SURFACES.dark['--accent-ink'],
    '--mantine-color-default-border': '#445152',
  },
})

const FONT = "'Noto Sans Variable', system-ui, sans-serif"

export const theme = createTheme({
  primaryColor: 'tide',
  primaryShade: { light: 7, dark: 7 },
  colors: { tide: TIDE, gray: STONE, dark: INK },
  fontFamily: FONT,
  fontFamilyMonospace: "ui-monospace, 'DejaVu Sans Mono', 'Cascadia Mono', Menlo, monospace",
  fontSizes: { xs: '0.75rem', sm: '0.875rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.5' },
  headings: {
    fontFamily: FONT,
    fontWeight: '620',
    textWrap: 'balance',
    sizes: {
      h1: { fontSize: '1.625rem', lineHeight: '1.25' },
      h2: { fontSize: '1.25rem', lineHeight: '1.3' },
      h3: { fontSize: '1.0625rem', lineHeight: '1.35' },
      h4: { fontSize: '0.9375rem', lineHeight: '1.4' },
    },
  },
  defaultRadius: 'md',
  radius: { xs: '2px', sm: '4px', md: '6px', lg: '10px', xl: '16px' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: Button.extend({ defaultProps: { size: 'sm' } }),
    TextInput: TextInput.extend({ defaultProps: { size: 'sm' } }),
    Textarea: Textarea.extend({ defaultProps: { size: 'sm', autosize: true, minRows: 2 } }),
    Select: Select.extend({
      defaultProps: { size: 'sm', checkIconPosition: 'right', allowDeselect: false },
    }),
    Modal: Modal.extend({ defaultProps: { centered: true, radius: 'lg', padding: 'lg' } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 400, withArrow: true } }),
  },
})
