/** The program's mark: something held between two hands. Drawn here, so no image is loaded. */
export function Mark({ size = 32 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="8" fill="#0f6b69" />
      <path
        d="M6.5 13.5c0 7 3.6 12 9.5 12s9.5-5 9.5-12"
        fill="none"
        stroke="#fff"
        strokeWidth="2.6"
        strokeLinecap="round"
      />
      <path
        d="M11 14.2c.3 3.9 2.2 6.5 5 6.5s4.700-2.600 5-6.500"
        fill="none"
        stroke="#a6d4d1"
        strokeWidth="2.2"
        strokeLinecap="round"
      />
      <circle cx="16" cy="10" r="3.4" fill="#f3cf7a" />
    </svg>
  )
}
