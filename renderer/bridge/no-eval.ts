import { z } from 'zod'

// Made otherwise, each schema tries `new Function`, which the page's content policy refuses and reports.
// So the page loads this before everything that makes a schema.
z.config({ jitless: true })
