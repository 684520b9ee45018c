/** What the bundler understands beyond TypeScript: style sheets, and their modules as class names. */
declare module '*.module.css' {
  const classes: Readonly<Record<string, string>>
  export default classes
}
declare module '*.css'
