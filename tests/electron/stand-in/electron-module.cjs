// What `require('electron')` gives the built main while a test runs it; see boot-main.ts.
module.exports = globalThis[Symbol.for('petition-desk.stand-in-electron')]
