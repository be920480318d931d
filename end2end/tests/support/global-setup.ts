import { rmSync } from 'node:fs';
import { makeTemplate, TEMPLATE } from './portal';

/** Makes the demo once; every portal of the run copies it. */
export default function setup() {
  const folder = makeTemplate();
  process.env[TEMPLATE] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
