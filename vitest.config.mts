import { defineConfig } from 'vitest/config';

// The limit ends a test that hangs: what is slow on a machine ten times slower, or a busy one, is not.
export default defineConfig({
  test: { include: ['test/unit/**/*.test.ts'], testTimeout: 600_000, hookTimeout: 600_000 },
});
