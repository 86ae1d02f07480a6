import * as assert from 'node:assert/strict';
import { join } from 'node:path';
import { test, type Test } from '../host/suite.js';
import { openWorkbench, type Kit } from './workbench.js';

export function journeys(kit: Kit): readonly Test[] {
  const folder = join(kit.root, 'test/host/notes');
  return [
    test('a note opens', async () => {
      const workbench = await openWorkbench(kit, { folder, file: join(folder, 'first.md') });
      try {
        const text = await workbench.page.locator('.view-lines').first().innerText();
        assert.match(text.replace(/\s/g, ' '), /slope everywhere/);
      } finally {
        await workbench.close();
      }
    }),
  ];
}
