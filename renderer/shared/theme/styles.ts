/** Every style sheet of the program, in the order the cascade needs: font, components, ground. */
import '@fontsource-variable/noto-sans/wght.css'
import '@mantine/core/styles.css'
import '@mantine/dates/styles.css'
import '@mantine/dropzone/styles.css'
import '@mantine/notifications/styles.css'
import '@mantine/spotlight/styles.css'
import './global.css'
