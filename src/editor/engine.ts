/** The half of the extension that is loaded on first demand: reading, deriving, typesetting, drawing. */
export * from '../service/index.js';
