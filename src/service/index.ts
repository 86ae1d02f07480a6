/** The façade: request in, answer out. */
export {};
